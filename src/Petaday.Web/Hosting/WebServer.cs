using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using Petaday.Scenarios;
using Petaday.Web.Api;
using Petaday.Web.Pages;
using Petaday.Web.Texts;

namespace Petaday.Web.Hosting;

/// <summary>The page and the HTTP API, in one process and with nothing beside it: no database, no file of a user, no network.</summary>
public static class WebServer
{
    // Long enough for a scenario in the address; beyond it, scenarios are posted.
    private const int LongestRequestLine = 16 * 1024;

    /// <summary>Makes a server that is not yet listening.</summary>
    /// <param name="options">How it serves.</param>
    /// <param name="knowledge">The catalog.</param>
    /// <param name="clock">Tells the time of searches.</param>
    /// <param name="texts">The languages of the page; those that the program was built with where left out.</param>
    /// <exception cref="ArgumentException">An address leaves this machine and no key guards it.</exception>
    public static WebApplication Build(WebOptions options, Knowledge knowledge, TimeProvider clock, TextBook? texts = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.ApiKey is null && options.Urls.FirstOrDefault(WebOptions.LeavesMachine) is { } open)
        {
            throw new ArgumentException($"'{open}' can be reached from other machines: an API key must guard it.", nameof(options));
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "Petaday.Web" });
        builder.WebHost.UseKestrelCore().UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel => Limit(kestrel.Limits, options, server => kestrel.AddServerHeader = server));
        Add(builder.Services, options, new Engine(knowledge, clock, options), texts ?? TextBook.Shipped());
        var app = builder.Build();
        Use(app, options);
        return app;
    }

    /// <summary>The addresses that a running server can be reached at.</summary>
    public static IReadOnlyCollection<string> Addresses(WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return [.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? []];
    }

    private static void Limit(
        Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerLimits limits,
        WebOptions options,
        Action<bool> serverHeader
    )
    {
        serverHeader(false);
        limits.MaxRequestBodySize = options.MostBodyBytes;
        limits.MaxRequestLineSize = LongestRequestLine;
        limits.MaxRequestHeadersTotalSize = 2 * LongestRequestLine;
        limits.MaxRequestHeaderCount = 64;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MaxConcurrentConnections = 4096;
    }

    private static void Add(IServiceCollection services, WebOptions options, Engine engine, TextBook texts)
    {
        services.AddSingleton(engine);
        services.AddSingleton(options);
        services.AddSingleton<Evidence>();
        if (options.WarmsUp)
        {
            services.AddSingleton<WarmUp>();
            services.AddHostedService(all => all.GetRequiredService<WarmUp>());
        }

        services.AddSingleton(texts);
        services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        services.AddRoutingCore();
        services.AddRazorComponents();
        // Keys of forms live as long as the server: nothing is written to a disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(forgery =>
        {
            forgery.FormFieldName = Uploads.TokenField;
            forgery.HeaderName = null;
            forgery.SuppressXFrameOptionsHeader = true;
            forgery.Cookie.Name = "petaday-form";
            forgery.Cookie.HttpOnly = true;
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddHealthChecks();
        services.AddRequestTimeouts(timeouts =>
            timeouts.DefaultPolicy = new Microsoft.AspNetCore.Http.Timeouts.RequestTimeoutPolicy
            {
                Timeout = options.Patience,
                TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
                WriteTimeoutResponse = context => PageRoutes.Refuse(context, StatusCodes.Status503ServiceUnavailable, Problems.TooLong),
            }
        );
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes =
            [
                "text/html",
                "text/css",
                "text/javascript",
                "application/json",
                "application/problem+json",
                "image/svg+xml",
                "text/csv",
                "text/markdown",
                "text/event-stream",
            ];
            compression.Providers.Add<GzipCompressionProvider>();
        });
        services.AddRateLimiter(limiter => Turns.Configure(limiter, options));
        services.AddOpenApi("v1", OpenApiText.Configure);
        services
            .AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter("Petaday.Web").AddPrometheusExporter());
    }

    // The limiter ends in silence where a request that waits is cancelled; what tells the client listens for an exception.
    private static async Task GiveUp(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            throw new OperationCanceledException(context.RequestAborted);
        }
    }

    private static void Use(WebApplication app, WebOptions options)
    {
        app.UseMiddleware<LastStop>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HostGate>();
        if (options.ApiKey is { } key)
        {
            app.UseMiddleware<KeyGate>(key);
        }

        app.UseResponseCompression();
        app.UseRouting();
        // The time of a request counts from its start: what waits for a turn is given up, too.
        app.UseRequestTimeouts();
        app.Use(GiveUp);
        app.UseRateLimiter();
        app.MapHealthChecks("/healthz");
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapOpenApi("/api/{documentName}/openapi.json");
        AssetFiles.Map(app);
        ApiRoutes.Map(app);
        PageRoutes.Map(app);
        app.MapFallback(PageRoutes.Missing);
    }
}
