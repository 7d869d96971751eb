using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Petaday.Web.Operations;
using Petaday.Web.Pages;

namespace Petaday.Web.Hosting;

/// <summary>How many are served at once. What is worked out takes its turns at the <see cref="Desk"/>; here requests themselves are counted.</summary>
internal static class Turns
{
    /// <summary>What is said to one too many.</summary>
    public const string Taken = "too many ask at once; try again in a moment";

    /// <summary>Policy of what takes milliseconds and asks nothing of the desk.</summary>
    public const string Estimate = "estimate";

    /// <summary>Policy of what asks the desk, which has turns of its own: as many as may work and wait there.</summary>
    public const string Asked = "asked";

    /// <summary>Turns, first come first served.</summary>
    public static ConcurrencyLimiter Of(int atOnce, int waiting) => new(Options(atOnce, waiting));

    /// <summary>Sets the policies up.</summary>
    public static void Configure(RateLimiterOptions limiter, WebOptions options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, _) => await Refuse(rejected.HttpContext);
        Policy(limiter, Estimate, options.Estimates, options.Waiting);
        Policy(limiter, Asked, options.Estimates + options.Waiting, 0);
    }

    /// <summary>Says that all turns are taken.</summary>
    public static Task Refuse(HttpContext context) => PageRoutes.Refuse(context, StatusCodes.Status429TooManyRequests, Taken);

    private static void Policy(RateLimiterOptions limiter, string name, int atOnce, int waiting) =>
        limiter.AddPolicy(name, _ => RateLimitPartition.GetConcurrencyLimiter(name, _ => Options(atOnce, waiting)));

    private static ConcurrencyLimiterOptions Options(int atOnce, int waiting) =>
        new()
        {
            PermitLimit = atOnce,
            QueueLimit = waiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        };
}
