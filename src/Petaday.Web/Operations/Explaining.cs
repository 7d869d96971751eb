using Petaday.Catalog;
using Petaday.Explanations;
using Petaday.Reports;

namespace Petaday.Web.Operations;

/// <summary>One number of an answer, down to its formula, its inputs and their sources.</summary>
internal static class Explaining
{
    /// <summary>The parameter that names the number.</summary>
    public const string Key = "key";

    /// <summary>Explains the number that <see cref="Key"/> names.</summary>
    public static Result Explain(Work work)
    {
        var found = ScenarioWork.Estimate(work);
        if (found.Outcome?.Answer is not { } answer)
        {
            return found;
        }

        string key = work.Question.Rest.GetValueOrDefault(Key) ?? "step.seconds";
        return answer.Explanation.Find(key) is { } line
            ? new Result { Shown = Of(line, key), Outcome = found.Outcome }
            : Result.Wrong([Unknown(key, answer.Explanation)]);
    }

    private static View Of(Line line, string key) =>
        new(
            () => ExplanationPage.Of(line, $"{line.Name} ({key})"),
            writer => ExplanationJson.Write(writer, line),
            () => CsvReport.Of(new Line("", "", null, line.Unit) { Parts = [line] })
        );

    private static Diagnostic Unknown(string key, Line root)
    {
        var keys = root.Parts.SelectMany(group => group.Parts.Select(part => $"{group.Key}.{part.Key}")).ToList();
        return new Diagnostic(
            DiagnosticCodes.UnknownKey,
            null,
            0,
            0,
            Key,
            $"the result has no '{key}'",
            "one of " + string.Join(", ", keys),
            NearNames.Suggest(key, keys)
        );
    }
}
