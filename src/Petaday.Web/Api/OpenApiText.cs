using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Petaday.Scenarios;
using Petaday.Web.Operations;
using Petaday.Web.Requests;

namespace Petaday.Web.Api;

/// <summary>What the OpenAPI document says beside the routes: parameters from the scenario's schema, and the answers that there may be.</summary>
internal static class OpenApiText
{
    private static readonly (string Status, string Means)[] Refusals =
    [
        ("410", "a file that the address names by its hash is no longer held: send it again"),
        ("413", "the body, a file or the document in it is too large"),
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
            Parameter(Question.ConfigParameter, "a Hugging Face config.json, as text: the model"),
            Parameter(
                AttachedText.Parameter,
                "files that the scenario names, as an address of the page has them: 'name~z' and the deflated file in base64url, or 'name~h' and its SHA-256; several parted by commas"
            ),
            Parameter(Formats.Parameter, "json (what is left out means), markdown, csv, or events for server-sent progress"),
        ];
        if (posts)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Description =
                    "a scenario; parameters of the query go over it. As a form: a part 'scenario', a part for each file that the scenario names (its file name is the name; under a key such as "
                    + "siting.prices or model it is named by it), other parts are parameters",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/yaml"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                    ["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
                    ["multipart/form-data"] = new() { Schema = Form() },
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

    private static OpenApiSchema Form() =>
        new()
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                [Multipart.Scenario] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = "YAML or JSON, as text or as a file",
                },
            }
                .Concat(
                    ScenarioSchema.FileKeys.Select(key =>
                        KeyValuePair.Create<string, IOpenApiSchema>(
                            key.Path,
                            new OpenApiSchema
                            {
                                Type = JsonSchemaType.String,
                                Format = "binary",
                                Description = key.Description,
                            }
                        )
                    )
                )
                .ToDictionary(),
        };

    private static OpenApiParameter Parameter(string name, string description) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
