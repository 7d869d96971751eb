using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Petaday.Web.Hosting;

/// <summary>Who works at once: searches have turns of their own, so that they do not starve those who ask for an estimate.</summary>
internal static class Turns
{
    /// <summary>Policy of what takes milliseconds.</summary>
    public const string Estimate = "estimate";

    /// <summary>Policy of what may take seconds.</summary>
    public const string Search = "search";

    /// <summary>Sets both up.</summary>
    public static void Configure(RateLimiterOptions limiter, WebOptions options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            await Problems.Write(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "too many ask at once; try again in a moment");
        };
        Policy(limiter, Estimate, options.Estimates, options.Waiting);
        Policy(limiter, Search, options.Searches, Math.Min(16, options.Waiting));
    }

    private static void Policy(RateLimiterOptions limiter, string name, int atOnce, int waiting) =>
        limiter.AddConcurrencyLimiter(
            name,
            turns =>
            {
                turns.PermitLimit = atOnce;
                turns.QueueLimit = waiting;
                turns.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
            }
        );
}
