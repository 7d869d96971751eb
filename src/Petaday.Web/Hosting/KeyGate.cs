using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Petaday.Web.Hosting;

/// <summary>
/// Lets through who shows the key: in <c>Authorization: Bearer</c> or <c>X-Api-Key</c>, or as the password of HTTP basic authentication, which a browser asks for itself.
/// Compared in constant time.
/// </summary>
internal sealed class KeyGate(RequestDelegate next, string key)
{
    private readonly byte[] expected = SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path == "/healthz" || Shown(context.Request.Headers) is { } shown && Matches(shown))
        {
            return next(context);
        }

        context.Response.Headers.WWWAuthenticate = "Basic realm=\"petaday\", charset=\"UTF-8\"";
        return Problems.Write(context, StatusCodes.Status401Unauthorized, "this server asks for its key");
    }

    private bool Matches(string shown) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), expected);

    private static string? Shown(IHeaderDictionary headers)
    {
        if (headers.TryGetValue("X-Api-Key", out var plain))
        {
            return plain.ToString();
        }

        string given = headers.Authorization.ToString();
        return given.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? given[7..].Trim()
            : given.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) ? Password(given[6..])
            : null;
    }

    private static string? Password(string encoded)
    {
        byte[] bytes = new byte[encoded.Length];
        return
            Convert.TryFromBase64String(encoded.Trim(), bytes, out int length)
            && Encoding.UTF8.GetString(bytes, 0, length) is var pair
            && pair.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon
            ? pair[(colon + 1)..]
            : null;
    }
}
