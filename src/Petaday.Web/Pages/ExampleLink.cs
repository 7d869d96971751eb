namespace Petaday.Web.Pages;

/// <summary>An example that a page offers.</summary>
/// <param name="Id">Its file under <c>examples/</c>, without ending.</param>
/// <param name="Title">What it is called, in English.</param>
internal sealed record ExampleLink(string Id, string Title);
