using System.Collections.Immutable;
using Petaday.Quantities.Distributions;

namespace Petaday.Explanations.Risk;

/// <summary>The random numbers of a study: for every variable and draw two independent ones, each as a share and as a normal quantile.</summary>
internal sealed class DrawTable
{
    private readonly Dictionary<string, int> index;
    private readonly double[][] shares;
    private readonly double[][] deviations;

    /// <summary>Draws them. They hang on the seed, the variable's id and the draw's number alone.</summary>
    public DrawTable(ImmutableArray<string> ids, RiskOptions options, ParallelOptions parallel)
    {
        index = ids.Select(static (id, place) => (id, place))
            .ToDictionary(static one => one.id, static one => one.place, StringComparer.Ordinal);
        shares = [.. ids.SelectMany(_ => new[] { new double[options.Draws], new double[options.Draws] })];
        deviations = [.. shares.Select(static column => new double[column.Length])];
        Parallel.For(0, ids.Length, parallel, place => Fill(place, Philox.Stream(ids[place]), options.Seed));
    }

    /// <summary>The values of a variable for some draws.</summary>
    /// <param name="variable">The variable, with the distribution of a world.</param>
    /// <param name="second">Whether they are the second numbers.</param>
    /// <param name="draws">Which draws.</param>
    /// <param name="values">Gets the values.</param>
    public void Load(LineVariable variable, bool second, ReadOnlySpan<int> draws, Span<double> values)
    {
        int column = Column(variable.Id, second);
        var (share, deviation) = (shares[column], deviations[column]);
        for (int lane = 0; lane < draws.Length; lane++)
        {
            double value = variable.Distribution.At(share[draws[lane]], deviation[draws[lane]]);
            values[lane] = variable.IsWhole ? Math.Round(value) : value;
        }
    }

    /// <summary>The random share of a variable in a draw.</summary>
    public double Share(string id, bool second, int draw) => shares[Column(id, second)][draw];

    private int Column(string id, bool second) => (2 * index[id]) + (second ? 1 : 0);

    private void Fill(int place, ulong stream, ulong seed)
    {
        var (first, second) = (shares[2 * place], shares[(2 * place) + 1]);
        for (int draw = 0; draw < first.Length; draw++)
        {
            (first[draw], second[draw]) = Philox.Uniform(seed, stream, (uint)draw);
            deviations[2 * place][draw] = Distribution.Deviations(first[draw]);
            deviations[(2 * place) + 1][draw] = Distribution.Deviations(second[draw]);
        }
    }
}
