using Petaday.Explanations;

namespace Petaday.Runs;

/// <summary>Lines that point to where a value is explained, so that a tree says each thing once.</summary>
public static class Reference
{
    /// <summary>The value alone, pointing to its explanation; a value that is not known keeps its parts, which say why.</summary>
    /// <param name="line">The line.</param>
    /// <param name="path">Where a report explains it, such as <c>run.deviceSeconds</c>.</param>
    public static Line To(Line line, string path) =>
        line.Value is null || line.Parts.IsEmpty
            ? line
            : line with
            {
                Origin = line.Origin ?? line,
                Parts = [],
                Combination = Combination.Leaf,
                Formula = null,
                Compute = null,
                Note = "explained under " + path,
            };
}
