using System.Text;
using Microsoft.AspNetCore.Http;

namespace Petaday.Web.Requests;

/// <summary>The body of a request as text.</summary>
internal static class Body
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text; null where there is no body or it is not UTF-8. Kestrel ends a body that is too large with 413.</summary>
    public static async Task<string?> Text(HttpRequest request, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await request.Body.CopyToAsync(bytes, cancellation);
        try
        {
            return Strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
