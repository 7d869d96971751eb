using System.Collections.Immutable;

namespace Petaday.Reports.Launch;

/// <summary>Settings in every format.</summary>
public static class LaunchReport
{
    /// <summary>The view of settings.</summary>
    public static View View(LaunchText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string target = text.Target.ToString().ToLowerInvariant();
        return new View(
            () =>
                new Page([
                    new Heading("Settings for " + target, 1),
                    new Listing(
                        text.Target switch
                        {
                            LaunchTarget.Megatron => "sh",
                            LaunchTarget.Torchtitan => "toml",
                            _ => "yaml",
                        },
                        text.Text
                    ),
                    .. text.Missing.IsEmpty ? ImmutableArray<Block>.Empty : [new Heading("What they do not say"), new Notes(text.Missing)],
                ]),
            writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("target", target);
                writer.WriteString("text", text.Text);
                writer.WriteStartArray("missing");
                foreach (string missing in text.Missing)
                {
                    writer.WriteStringValue(missing);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            },
            () => CsvReport.Of(["target", "line"], text.Text.TrimEnd('\n').Split('\n').Select(line => (IEnumerable<string>)[target, line]))
        );
    }
}
