using System.Collections.Immutable;
using System.Globalization;
using Petaday.Quantities;

namespace Petaday.Adaptation;

/// <summary>Finds where the recommendation changes: one figure moved at a time, by steps over a range and by halving between two steps.</summary>
public static class FlipSearch
{
    private const int Steps = 8;
    private const int Halvings = 9;

    /// <summary>The nearest change on either side of every main figure.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="facts">What there is.</param>
    /// <param name="progress">Gets the share of the figures that is done; null where nobody listens.</param>
    /// <param name="cancellation">Stops it.</param>
    public static ImmutableArray<Flip> Find(
        Decision decision,
        AdaptationFacts facts,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(facts);
        var task = decision.Task;
        if (decision.Recommended is null)
        {
            return [];
        }

        var flips = ImmutableArray.CreateBuilder<Flip>();
        List<(Figure Figure, bool Above)> looked =
        [
            .. Figures(task).SelectMany(static figure => new[] { (figure, false), (figure, true) }),
        ];
        for (int index = 0; index < looked.Count; index++)
        {
            if (Find(looked[index].Figure, looked[index].Above, decision, facts, cancellation) is { } flip)
            {
                flips.Add(flip);
            }

            progress?.Report((index + 1.0) / looked.Count);
        }

        flips.AddRange(Privacies(decision, facts));
        return flips.ToImmutable();
    }

    private static IEnumerable<Figure> Figures(AdaptationTask task)
    {
        yield return new(
            "task.monthlyTokens",
            task.MonthlyTokens,
            1e5,
            1e13,
            Tokens,
            (given, value) => given with { MonthlyTokens = value }
        );
        yield return new(
            "task.examples",
            task.Examples,
            0,
            1e7,
            static value => value.ToString("N0", CultureInfo.InvariantCulture),
            static (given, value) => given with { Examples = Math.Round(value) }
        );
        yield return new("task.quality", task.Quality, 0.4, 1.1, Share, static (given, value) => given with { Quality = value });
        yield return new(
            "task.hostedPriceFactor",
            task.HostedPriceFactor,
            0.01,
            100,
            static value => value.ToString("0.###", CultureInfo.InvariantCulture) + " × the lists'",
            static (given, value) => given with { HostedPriceFactor = value }
        );
        yield return new(
            "task.engineers",
            task.Engineers ?? 20,
            0,
            20,
            static value => value.ToString("0", CultureInfo.InvariantCulture),
            static (given, value) => given with { Engineers = Math.Round(value) }
        )
        {
            IsSaid = task.Engineers is not null,
        };
        if (task.ValuePerMonth is { } month)
        {
            yield return new(
                "task.valuePerMonth",
                month,
                month / 1000,
                month * 1000,
                Money,
                static (given, value) => given with { ValuePerMonth = value }
            );
        }

        if (task.ValuePerMillionTokens is { } million)
        {
            yield return new(
                "task.valuePerMillionTokens",
                million,
                million / 1000,
                million * 1000,
                Money,
                static (given, value) => given with { ValuePerMillionTokens = value }
            );
        }
    }

    private static Flip? Find(Figure figure, bool above, Decision decision, AdaptationFacts facts, CancellationToken cancellation)
    {
        string now = Sign(decision);
        double last = figure.Now;
        foreach (double value in Walk(figure, above))
        {
            cancellation.ThrowIfCancellationRequested();
            var there = Decider.Decide(figure.Set(decision.Task, value), facts, null, cancellation);
            if (Sign(there) != now)
            {
                return Halved(figure, above, last, value, there, now, decision.Task, facts);
            }

            last = value;
        }

        return null;
    }

    /// <summary>Steps away from the value of now, equal in proportion; from or to nothing, equal in amount near it.</summary>
    private static IEnumerable<double> Walk(Figure figure, bool above)
    {
        double end = above ? figure.Most : figure.Least;
        if (above ? figure.Now >= end : figure.Now <= end)
        {
            yield break;
        }

        double from = Math.Max(figure.Now, figure.Floor);
        double to = Math.Max(end, figure.Floor);
        for (int step = 1; step <= Steps; step++)
        {
            double value = from * Math.Pow(to / from, (double)step / Steps);
            yield return value;
        }

        if (end < figure.Floor)
        {
            yield return end;
        }
    }

    private static Flip Halved(
        Figure figure,
        bool above,
        double same,
        double other,
        Decision there,
        string now,
        AdaptationTask task,
        AdaptationFacts facts
    )
    {
        for (int halving = 0; halving < Halvings && Math.Abs(other - same) > figure.Fineness; halving++)
        {
            double middle = same > 0 && other > 0 ? Math.Sqrt(same * other) : (same + other) / 2;
            var between = Decider.Decide(figure.Set(task, middle), facts);
            if (Sign(between) == now)
            {
                same = middle;
            }
            else
            {
                (other, there) = (middle, between);
            }
        }

        double at = figure.Fineness >= 1 ? Math.Round(other) : other;
        return new Flip(
            figure.Key,
            figure.IsSaid ? figure.Text(figure.Now) : "as many as a path needs",
            above,
            figure.Text(at),
            at,
            there.Recommended,
            there.Pays,
            figure.Fineness >= 1
        );
    }

    private static IEnumerable<Flip> Privacies(Decision decision, AdaptationFacts facts)
    {
        foreach (var privacy in Enum.GetValues<PrivacyLevel>().Where(other => other != decision.Task.Privacy))
        {
            var there = Decider.Decide(decision.Task with { Privacy = privacy }, facts);
            if (Sign(there) != Sign(decision))
            {
                yield return new Flip(
                    "task.privacy",
                    PathNames.Of(decision.Task.Privacy),
                    privacy > decision.Task.Privacy,
                    PathNames.Of(privacy),
                    null,
                    there.Recommended,
                    there.Pays,
                    false
                );
            }
        }
    }

    /// <summary>What counts as another recommendation: the path and where it runs; of a hosted one, the model too. Adapters are adapters, whatever the bits of the weights.</summary>
    private static string Sign(Decision decision) =>
        decision.Recommended is { } path
            ? !decision.Pays
                ? "not at all"
                : $"{(path.Path == PathKind.Qlora ? PathKind.Lora : path.Path)} {path.Place} {(path.Place == Place.Hosted ? path.ModelId : "")}"
            : "none";

    private static string Tokens(double value) => new Quantity(value, Dimension.Tokens).Format();

    private static string Money(double value) => new Quantity(value, Dimension.Money).Format();

    private static string Share(double value) => string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.#} %");

    /// <summary>A figure that is moved.</summary>
    private sealed record Figure(
        string Key,
        double Now,
        double Least,
        double Most,
        Func<double, string> Text,
        Func<AdaptationTask, double, AdaptationTask> Set
    )
    {
        /// <summary>Whether the scenario gives it.</summary>
        public bool IsSaid { get; init; } = true;

        /// <summary>Below this, steps in proportion make no sense: whole numbers.</summary>
        public double Floor =>
            Key is "task.examples" ? 10
            : Key is "task.engineers" ? 1
            : 0;

        /// <summary>How closely the figure is found.</summary>
        public double Fineness => Key is "task.examples" or "task.engineers" ? 1 : 0;
    }
}
