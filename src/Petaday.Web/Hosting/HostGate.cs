using System.Net;
using Microsoft.AspNetCore.Http;

namespace Petaday.Web.Hosting;

/// <summary>
/// Without a key the server is for this machine alone: a page of another site must not reach it by a name that leads here (DNS rebinding), so the name asked for must be
/// this machine's.
/// </summary>
internal sealed class HostGate(RequestDelegate next, WebOptions options)
{
    public Task InvokeAsync(HttpContext context) =>
        options.ApiKey is not null || IsOwn(context.Request.Host.Host)
            ? next(context)
            : Problems.Write(context, StatusCodes.Status421MisdirectedRequest, "this server answers to localhost only");

    private static bool IsOwn(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
