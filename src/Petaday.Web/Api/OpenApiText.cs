using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Petaday.Scenarios;
using Petaday.Web.Operations;

namespace Petaday.Web.Api;

/// <summary>What the OpenAPI document says beside the routes: parameters from the scenario's schema, and the answers that there may be.</summary>
internal static class OpenApiText
{
    private static readonly (string Status, string Means)[] Refusals =
    [
        ("413", "the body or the document in it is too large"),
        ("422", "the scenario is wrong, or nothing is feasible: the keys at fault, what was expected, the nearest valid names"),
        ("429", "too many ask at once"),
        ("503", "it took too long"),
    ];

    /// <summary>Sets the document up.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "Petaday",
                    Version = "v1",
                    Description =
                        "What training a large model takes. Each operation is a command of the command line, and gives the same JSON.",
                };
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Operation>().FirstOrDefault() is { } own)
                {
                    Describe(operation, own, context.Description.HttpMethod == "POST");
                }

                return Task.CompletedTask;
            }
        );
    }

    private static void Describe(OpenApiOperation operation, Operation own, bool posts)
    {
        operation.Parameters =
        [
            .. ScenarioSchema.Flags.Select(key => Parameter(key.Path, key.Description)),
            .. own.Parameters.Select(pair => Parameter(pair.Key, pair.Value)),
            Parameter(Formats.Parameter, "json (what is left out means), markdown, csv, or events for server-sent progress"),
        ];
        if (posts)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Description = "a scenario; parameters of the query go over it",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/yaml"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                    ["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
                },
            };
        }

        operation.Responses ??= [];
        foreach (var (status, means) in Refusals)
        {
            operation.Responses[status] = new OpenApiResponse
            {
                Description = means,
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() },
            };
        }
    }

    private static OpenApiParameter Parameter(string name, string description) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
