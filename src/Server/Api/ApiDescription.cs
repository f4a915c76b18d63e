using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace IntegrationHub.Server.Api;

/// <summary>
/// What the generated description of the API cannot know by itself. It is stored in <c>contracts/hub/v1/openapi.json</c>, and a test
/// keeps the two equal.
/// </summary>
internal static class ApiDescription
{
    private const string Scheme = "token";
    private const string About =
        "What operators and their programs ask of the hub. Errors are RFC 9457 problems. Lists go on `after` an id, in a stable order. " +
        "Nothing in an answer is personal.";

    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "IntegrationHub API",
                Version = "v1",
                Description = About,
                License = new() { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            };
            document.Servers = [new() { Url = Settings.ServerOptions.DefaultListen }];
            document.Components ??= new();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "The token in the server's token file.",
            };
            document.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
            return Task.CompletedTask;
        });
    }
}
