using System.Collections.Immutable;
using Petaday.Web.Operations;
using Petaday.Web.Requests;

namespace Petaday.Web.Pages;

/// <summary>A page that asks one operation: a form of the keys that matter to it, and the answer.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Name">What it is called, in English.</param>
/// <param name="Lead">What it answers, in English.</param>
/// <param name="Operation">What it asks.</param>
internal sealed record Study(string Path, string Name, string Lead, Operation Operation)
{
    /// <summary>Keys that are shown.</summary>
    public ImmutableArray<KeyGroup> Groups { get; init; } = [];

    /// <summary>Sections of the scenario whose other keys stand under "More keys".</summary>
    public ImmutableArray<string> More { get; init; } = [];

    /// <summary>Fields beside the scenario's keys.</summary>
    public ImmutableArray<ViewOption> Options { get; init; } = [];

    /// <summary>Examples to start from; the first is what the page opens with.</summary>
    public ImmutableArray<ExampleLink> Examples { get; init; } = [];

    /// <summary>Parameters that hold where nothing at all is asked, beside the first example.</summary>
    public ImmutableArray<(string Name, string Value)> Usual { get; init; } = [];

    /// <summary>Words of the field that are explained.</summary>
    public ImmutableArray<string> Terms { get; init; } = [];

    /// <summary>Keys that may name a file of one's own.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Pages that go on from here.</summary>
    public ImmutableArray<(string Path, string Name)> Further { get; init; } = [];

    /// <summary>Whether every change is answered at once; where it may take longer, the button asks.</summary>
    public bool IsLive { get; init; } = true;

    /// <summary>Whether what is asked is a scenario that can be taken along.</summary>
    public bool HasScenario { get; init; } = true;

    /// <summary>The question as it is, or what the page opens with where nothing is asked.</summary>
    public Question Opened(Question question)
    {
        bool asked = !question.IsEmpty || question.Rest.Keys.Any(name => name is "example" || Operation.Parameters.ContainsKey(name));
        if (asked)
        {
            return question;
        }

        var rest = question.Rest.SetItems(Usual.Select(one => KeyValuePair.Create(one.Name, one.Value)));
        return question with { Rest = Examples.IsEmpty ? rest : rest.SetItem(Requests.Examples.Parameter, Examples[0].Id) };
    }
}
