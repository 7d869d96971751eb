using System.Collections.Immutable;
using Petaday.Explanations;
using Petaday.Quantities;

namespace Petaday.Economics.Project;

/// <summary>One cause of cost of a project.</summary>
/// <param name="Key">Its key, camelCase: the path of its lines.</param>
/// <param name="Name">What a person reads.</param>
/// <param name="Lines">Its lines on a basis, each in USD.</param>
internal sealed record CostCause(string Key, string Name, Func<ProjectWork, IEnumerable<Line>> Lines)
{
    /// <summary>The cause on a basis: the sum of its lines.</summary>
    public Line On(ProjectWork work) => Line.Sum(Key, Name, Dimension.Money, Lines(work).ToImmutableArray());
}
