using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Petaday.Catalog;
using Petaday.Scenarios;
using Petaday.Web.Hosting;
using Petaday.Web.Texts;

namespace Petaday.Web.Tests;

/// <summary>A server on a free port of this machine, as <c>petaday web</c> starts it.</summary>
public sealed class Served : IAsyncLifetime
{
    private static readonly Lazy<Knowledge> Shipped = new(() => Knowledge.Open(Library.OpenShipped(), [])!);
    private readonly WebOptions options;
    private readonly TextBook? texts;
    private WebApplication app = null!;

    public Served()
        : this(new WebOptions()) { }

    internal Served(WebOptions options, TextBook? texts = null)
    {
        this.options = options with { Urls = ["http://127.0.0.1:0"] };
        this.texts = texts;
    }

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>Ends when the server has asked its own questions.</summary>
    internal Task Warm => app.Services.GetRequiredService<WarmUp>().ExecuteTask!;

    internal Engine Engine => app.Services.GetRequiredService<Engine>();

    public async ValueTask InitializeAsync()
    {
        app = WebServer.Build(options, Shipped.Value, TimeProvider.System, texts);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(WebServer.Addresses(app).First());
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = Address,
            Timeout = TimeSpan.FromMinutes(2),
        };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    internal async Task<(int Status, string Text, HttpResponseMessage Response)> Get(string path)
    {
        var response = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response);
    }

    internal async Task<(int Status, string Text)> Post(string path, string body)
    {
        using var content = new StringContent(body);
        using var response = await Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
