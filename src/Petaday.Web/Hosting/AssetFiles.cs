using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Petaday.Web.Hosting;

/// <summary>Styles and scripts, from within the program: addresses hold their hash, so that they may be kept for ever.</summary>
internal static class AssetFiles
{
    private const string Prefix = "assets/";
    private static readonly FrozenDictionary<string, (byte[] Bytes, string Tag)> Files = Read();

    /// <summary>The address of an asset; null where the program was built without it.</summary>
    public static string? Address(string name) => Files.TryGetValue(name, out var file) ? $"/assets/{file.Tag}/{name}" : null;

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
                "/assets/{tag}/{name}",
                (HttpContext context, string tag, string name) =>
                {
                    if (!Files.TryGetValue(name, out var file))
                    {
                        return Results.NotFound();
                    }

                    context.Response.Headers.CacheControl = tag == file.Tag ? "public, max-age=31536000, immutable" : "no-cache";
                    return Results.Bytes(file.Bytes, Type(name));
                }
            )
            .ExcludeFromDescription();

    private static string Type(string name) =>
        Path.GetExtension(name) switch
        {
            ".css" => "text/css",
            ".js" => "text/javascript",
            ".svg" => "image/svg+xml",
            _ => "text/plain",
        };

    private static FrozenDictionary<string, (byte[] Bytes, string Tag)> Read()
    {
        var assembly = typeof(AssetFiles).Assembly;
        Dictionary<string, (byte[], string)> files = new(StringComparer.Ordinal);
        foreach (string resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            byte[] all = bytes.ToArray();
            files[resource[Prefix.Length..]] = (all, Convert.ToHexStringLower(SHA256.HashData(all))[..12]);
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
