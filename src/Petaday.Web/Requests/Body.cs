using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Petaday.Web.Requests;

/// <summary>The body of a request.</summary>
internal static class Body
{
    // A client that is cut off while it sends sees no answer at all: what is too large is let in, and forgotten, up to here.
    private const long MostDrained = 64 << 20;
    private const int Piece = 64 << 10;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The body as text; null where there is none or it is not UTF-8.</summary>
    /// <param name="context">The request.</param>
    /// <param name="most">Bytes that it may have.</param>
    /// <exception cref="BadHttpRequestException">It has more (413).</exception>
    public static async Task<string?> Text(HttpContext context, int most)
    {
        LetIn(context);
        using var bytes = new MemoryStream();
        byte[] piece = new byte[Piece];
        int read;
        while ((read = await context.Request.Body.ReadAsync(piece, context.RequestAborted)) > 0)
        {
            if (bytes.Length + read > most)
            {
                await Drain(context);
                throw new BadHttpRequestException("the body is too large", StatusCodes.Status413PayloadTooLarge);
            }

            bytes.Write(piece, 0, read);
        }

        try
        {
            return Strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Lets a body in that is larger than what is read of it, before anything reads it, so that its sender gets an answer.</summary>
    public static void LetIn(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MostDrained;
        }
    }

    /// <summary>Reads the rest and forgets it.</summary>
    public static async Task Drain(HttpContext context)
    {
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (Exception cut) when (cut is IOException or BadHttpRequestException)
        {
            // Larger still, or gone: the answer is the same.
        }
    }
}
