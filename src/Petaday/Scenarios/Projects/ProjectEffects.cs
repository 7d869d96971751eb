using Petaday.Catalog;
using Petaday.Economics.Project;
using Petaday.Quantities;
using Petaday.Training;

namespace Petaday.Scenarios.Projects;

/// <summary>What the choices of a project do beside what they cost: said, with their evidence; the run itself is not changed by them.</summary>
internal static class ProjectEffects
{
    /// <summary>A sentence for each choice that was made.</summary>
    public static IEnumerable<string> Of(Case one, Answer answer, ProjectFigures figures, Library library)
    {
        if (!library.TryFind(EntryKind.Factors, "project", out var factors, out _))
        {
            yield break;
        }

        double parameters = answer.Model.Parameters;
        if (one.Recipe.Optimizer == Optimizer.Muon && factors.Figure("effects.muonFlops") is { } muon)
        {
            yield return $"recipe.optimizer: muon reaches the same loss with {Text(muon.Value)} of AdamW's FLOPs, {Text(muon.Low)} to {Text(muon.High)} ({muon.Note}); tokens are as given: set recipe.tokens to count on it";
        }

        if (figures.Word("adaptation.quantisation") == "true" && factors.Figure("effects.quantisedWeight") is { } quantised)
        {
            yield return $"adaptation.quantisation: weights shrink from {Bytes(2 * parameters)} to {Bytes(quantised.Value * parameters)} ({quantised.Note})";
        }

        if (figures.Word("adaptation.pruning") == "true" && factors.Figure("effects.prunedShare") is { } pruned)
        {
            yield return $"adaptation.pruning: {Plain(pruned.Value * parameters)} of {Plain(parameters)} weights are left out ({pruned.Note})";
        }

        if (figures.Find("adaptation.studentShare")?.Value is { } student && figures.Has("adaptation.distilTokens"))
        {
            yield return $"adaptation.distillation: the student has {Plain(student * parameters)} parameters and costs about as much less to serve; its quality is not predicted";
        }

        if (figures.Word("compliance.privateTraining") == "true")
        {
            yield return "compliance.privateTraining: the noise of DP-SGD costs quality as well as time; its loss is not predicted";
        }
    }

    private static string Text(double? value) => Plain(value ?? double.NaN);

    private static string Plain(double value) => new Quantity(value, Dimension.None).Format();

    private static string Bytes(double value) => new Quantity(value, Dimension.Bytes).Format();
}
