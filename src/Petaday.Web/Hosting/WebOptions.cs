using System.Collections.Immutable;
using Petaday.Catalog;

namespace Petaday.Web.Hosting;

/// <summary>How the page and the API are served.</summary>
public sealed record WebOptions
{
    /// <summary>Addresses to listen on: loopback unless a key guards them.</summary>
    public ImmutableArray<string> Urls { get; init; } = ["http://127.0.0.1:5280"];

    /// <summary>What a client must show to be answered; null where only this machine can reach the server.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Greatest body of a request, bytes.</summary>
    public int MostBodyBytes { get; init; } = 1 << 20;

    /// <summary>How much may be sent along with a question as files.</summary>
    public AttachmentLimits Attachments { get; init; } = new();

    /// <summary>Files too large for an address that are held in memory; the oldest goes first.</summary>
    public int MostHeldFiles { get; init; } = 64;

    /// <summary>Bytes of such files that are held.</summary>
    public int MostHeldBytes { get; init; } = 32 << 20;

    /// <summary>Estimates that are worked on at once.</summary>
    public int Estimates { get; init; } = 2 * System.Environment.ProcessorCount;

    /// <summary>Searches that are worked on at once: each may use every core but one.</summary>
    public int Searches { get; init; } = 1;

    /// <summary>Requests that wait for a turn; more are answered 429.</summary>
    public int Waiting { get; init; } = 512;

    /// <summary>Searches that wait for a turn: each may wait long, so that fewer do.</summary>
    public int WaitingSearches => Math.Min(16, Waiting);

    /// <summary>After this a request is given up, 503.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Choices of machines and recipe that one search may look at; more are answered 422.</summary>
    public int MostCases { get; init; } = 5_000;

    /// <summary>Draws of one study of risk; more are answered 422.</summary>
    public int MostDraws { get; init; } = 20_000;

    /// <summary>Whether the server asks some questions of its own when it starts, so that people's first ones are as quick as later ones.</summary>
    public bool WarmsUp { get; init; }

    /// <summary>Whether a client must be this machine: true for an address that leaves it, where no key is set.</summary>
    public static bool LeavesMachine(string url) =>
        !Uri.TryCreate(
            url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal),
            UriKind.Absolute,
            out var address
        ) || !address.IsLoopback;
}
