using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Quantities;
using Petaday.Runs;

namespace Petaday.Adaptation;

/// <summary>Effort, evidence and terms of adaptation, from catalog/factors/adaptation.yaml; every figure with its source and grade.</summary>
public sealed class AdaptationFactors
{
    private readonly Entry entry;
    private readonly Dictionary<string, Line> read = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    private AdaptationFactors(Entry entry) => this.entry = entry;

    /// <summary>Takes the factors of an entry. Figures are read as they are asked for.</summary>
    public static AdaptationFactors Of(Entry entry) => new(entry);

    /// <summary>Standard deviation of the quality that prompting reaches, in shares of the best hosted model's.</summary>
    public Line PromptedSpread => Plain("spread.prompted", "Spread of a prompted model's quality from task to task");

    /// <summary>The same of tuned models.</summary>
    public Line TunedSpread => Plain("spread.tuned", "Spread of a tuned model's quality from task to task");

    /// <summary>Examples with which half of what training can give is reached.</summary>
    public Line HalfExamples => Plain("halfExamples", "Examples for half of the effect");

    /// <summary>Domain tokens with which half of what continued pre-training can give is reached.</summary>
    public Line HalfTokens => Amount("halfTokens", "Domain tokens for half of the effect", Dimension.Tokens);

    /// <summary>What a year of an engineer's wage is, USD.</summary>
    public Line EngineerYear => Amount("engineerYear", "Wage of an engineer a year", Dimension.Money);

    /// <summary>Quality that training can reach on a kind of task, a share of the best hosted model's.</summary>
    public Line Reachable(TaskKind kind) => Plain("reachable." + PathNames.Of(kind), "Quality that training can reach");

    /// <summary>Share of the gap to it that a path closes.</summary>
    public Line Closes(PathKind path, TaskKind kind) =>
        Plain(
            $"closes.{(path is PathKind.HostedOpen or PathKind.HostedApi ? "prompt" : PathNames.Key(path))}.{PathNames.Of(kind)}",
            "Share of the gap that the path closes"
        );

    /// <summary>Person-months until first use.</summary>
    public Line PersonMonths(PathKind path) => Plain("personMonths." + Effort(path), "Person-months until first use");

    /// <summary>Engineers of machine learning without whom a path cannot be gone.</summary>
    public Line LeastTeam(PathKind path) => Plain("leastTeam." + Effort(path), "Engineers that the path needs");

    /// <summary>People who keep a path running.</summary>
    public Line Upkeep(PathKind path) =>
        Plain(
            path switch
            {
                PathKind.HostedApi or PathKind.HostedOpen => "upkeep.hosted",
                PathKind.PreTrain => "upkeep.preTrain",
                _ => "upkeep.selfHosted",
            },
            "People who keep it running"
        );

    /// <summary>Training runs for one that is used.</summary>
    public Line Runs(PathKind path) =>
        Plain(
            path switch
            {
                PathKind.PreTrain => "runs.preTrain",
                PathKind.ContinuePreTraining => "runs.continued",
                _ => "runs.tuned",
            },
            "Training runs for one that is used"
        );

    /// <summary>A plain number by its path. Throws <see cref="InvalidDataException"/> where the catalog lacks it.</summary>
    public Line Plain(string path, string name) => Amount(path, name, Dimension.None);

    /// <summary>A figure by its path. Throws <see cref="InvalidDataException"/> where the catalog lacks it, or it measures something else.</summary>
    public Line Amount(string path, string name, Dimension unit)
    {
        lock (gate)
        {
            if (!read.TryGetValue(path, out var line))
            {
                // One object a figure, so that it is drawn once wherever it stands.
                read.Add(path, line = entry.Required(path, name, unit));
            }

            return line;
        }
    }

    private static string Effort(PathKind path) => path is PathKind.HostedApi or PathKind.HostedOpen ? "hosted" : PathNames.Key(path);
}
