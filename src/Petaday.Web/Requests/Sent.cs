using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;
using Petaday.Catalog;

namespace Petaday.Web.Requests;

/// <summary>What came in the body of a request.</summary>
/// <param name="Text">A scenario in YAML or JSON; null where there is none.</param>
/// <param name="Fields">Fields of a form, in their order.</param>
/// <param name="Files">Files, each with the field that it came in.</param>
internal sealed record Sent(
    string? Text,
    ImmutableArray<KeyValuePair<string, StringValues>> Fields,
    ImmutableArray<(string Field, AttachedFile File)> Files
);
