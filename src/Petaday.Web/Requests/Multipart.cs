using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Petaday.Catalog;

namespace Petaday.Web.Requests;

/// <summary>A body of several parts: fields and files. It is read into memory, within limits, and never put on a disk.</summary>
internal static class Multipart
{
    /// <summary>The part that holds a whole scenario.</summary>
    public const string Scenario = Question.TextParameter;

    private const int MostFields = 1000;

    /// <summary>Whether a request has such a body.</summary>
    public static bool Is(HttpRequest request) =>
        request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Sets the limits of a form's body before anything reads it.</summary>
    public static void Limit(HttpContext context, WebOptions options)
    {
        long most = (long)options.Attachments.MostBytes + options.MostBodyBytes;
        Body.LetIn(context);
        var form = new FormOptions
        {
            MultipartBodyLengthLimit = most,
            ValueLengthLimit = options.MostBodyBytes,
            ValueCountLimit = MostFields,
            KeyLengthLimit = 256,
            MemoryBufferThreshold = int.MaxValue,
        };
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, form));
    }

    /// <summary>Reads a form.</summary>
    /// <exception cref="BadHttpRequestException">It is larger than the limits (413), or no form (400).</exception>
    public static async Task<IFormCollection> Form(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException wrong) when (wrong.Message.Contains("limit", StringComparison.OrdinalIgnoreCase))
        {
            await Body.Drain(context);
            throw new BadHttpRequestException("the form is too large", StatusCodes.Status413PayloadTooLarge, wrong);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("the form cannot be read", StatusCodes.Status400BadRequest, wrong);
        }
    }

    /// <summary>What a form holds; a part <c>scenario</c> that is a file is its text.</summary>
    public static async Task<Sent> Read(HttpContext context, ICollection<Diagnostic> diagnostics)
    {
        var form = await Form(context);
        List<(string Field, AttachedFile File)> files = [];
        string? text = null;
        foreach (var part in form.Files)
        {
            var file = new AttachedFile(part.FileName, await Bytes(part, context.RequestAborted));
            if (part.Name != Scenario)
            {
                files.Add((part.Name, file));
            }
            else if (DocumentReader.TryDecode(file.Bytes.Span, file.Name, diagnostics, out string document))
            {
                text = document;
            }
        }

        ImmutableArray<KeyValuePair<string, StringValues>> fields = [.. form.Where(pair => pair.Key != Scenario)];
        return new Sent(text ?? (form.TryGetValue(Scenario, out var written) ? written.ToString() : null), fields, [.. files]);
    }

    private static async Task<byte[]> Bytes(IFormFile part, CancellationToken cancellation)
    {
        byte[] bytes = new byte[part.Length];
        await using var stream = part.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
