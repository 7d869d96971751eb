namespace Petaday.Web.Pages;

/// <summary>Marks an address as a page: what cannot be answered there is said to a person.</summary>
internal sealed class PageMark;
