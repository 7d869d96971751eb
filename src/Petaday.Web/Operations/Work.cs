using Petaday.Catalog;
using Petaday.Web.Requests;

namespace Petaday.Web.Operations;

/// <summary>What an operation is given.</summary>
/// <param name="Engine">What it answers from.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Progress">Gets the share of the work that is done; null where nobody watches.</param>
/// <param name="Cancellation">Ends the work when the client goes away.</param>
internal sealed record Work(Engine Engine, Question Question, IProgress<double>? Progress, CancellationToken Cancellation)
{
    /// <summary>What is wrong with the question.</summary>
    public List<Diagnostic> Problems { get; } = [];
}
