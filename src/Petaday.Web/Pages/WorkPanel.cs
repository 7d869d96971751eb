using System.Globalization;
using System.Text.Encodings.Web;
using Petaday.Web.Operations;

namespace Petaday.Web.Pages;

/// <summary>
/// What stands in an answer's place while it is worked out. A page that is streamed sends one tick after another, of which the style shows the last, so that it moves without a script;
/// a script moves one tick, and offers to cancel.
/// </summary>
/// <param name="frame">The page that it stands on.</param>
internal sealed class WorkPanel(Frame frame)
{
    /// <summary>What it begins with.</summary>
    public string Open =>
        $"""<div class="work" data-working="{Said("Working it out")}" data-waiting="{Said("Waiting for a turn: others are being answered")}" data-ready="{Said("The answer is ready")}"><button type="button" class="cancel" hidden>{Said("Cancel")}</button>""";

    /// <summary>What it begins with on a page that is still arriving: its heading comes with the answer, and until then this is one.</summary>
    public string Arriving(string title) => $"<h1 class=\"unseen arriving\">{title}</h1>" + Open;

    /// <summary>What stands once it was cancelled, or came to nothing: for a script to fill.</summary>
    public string Ended =>
        $"""<div class="work ended" data-cancelled="{Said("Cancelled: nothing is being worked out any more.")}" data-broken="{Said("The connection broke.")}"><p></p><button type="button" class="again">{Said("Ask again")}</button></div>""";

    /// <summary>How far it is.</summary>
    public string Tick(Advance now)
    {
        string share = string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(100 * now.Share):0}");
        string doing = Said(now.IsWaiting ? "Waiting for a turn: others are being answered" : "Working it out");
        return $"""<p class="tick"><span class="doing">{doing}</span> <progress max="100" value="{share}" aria-label="{Said("Share that is done")}">{share} %</progress> <span class="share">{share} %</span></p>""";
    }

    /// <summary>What it ends with; the title of the page may have become another.</summary>
    public string Close(string title) =>
        $"""</div><span class="done" data-title="{title.Replace("\"", "&quot;", StringComparison.Ordinal)}" hidden></span>""";

    /// <summary>Why there is no answer.</summary>
    public string Problem(string english) =>
        $"""<div class="problem" role="alert"><p>{Said(english)}</p><p><a href="{Encode(frame.Path + frame.Query)}">{Said("Ask again")}</a></p></div>""";

    private string Said(string english) => Encode(frame[english]);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
