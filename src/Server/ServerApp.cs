using System.Text.Json.Serialization;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Server.Api;
using IntegrationHub.Server.Console.Status;
using IntegrationHub.Server.Security;
using IntegrationHub.Server.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging.Console;

namespace IntegrationHub.Server;

/// <summary>
/// The web side of the server: what it serves, and to whom. Engine and views are added by the <see cref="Composition"/>, or by a test.
/// </summary>
internal static class ServerApp
{
    public static WebApplicationBuilder CreateBuilder()
    {
        var application = typeof(ServerApp).Assembly.GetName().Name;
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = application });
        // Only what the command line names is read: no appsettings.json that happens to lie here, no ASPNETCORE_ variable.
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders().AddJsonConsole(json =>
            (json.UseUtcTimestamp, json.TimestampFormat) = (true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        foreach (var talkative in (string[])["Microsoft", "System", "Quartz"])
            builder.Logging.AddFilter(talkative, LogLevel.Warning);
        return builder;
    }

    public static WebApplication Build(WebApplicationBuilder builder, ServerOptions options, ApiToken token)
    {
        AddServices(builder, options, token);
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseLoopbackHosts(options);
        app.UseBareStatusProblems();
        app.UseFailures();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapStatusPage();
        app.MapCallbacks();
        app.MapApi();
        return app;
    }

    /// <summary>The address in use, once it has started.</summary>
    public static string Address(this WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private static void AddServices(WebApplicationBuilder builder, ServerOptions options, ApiToken token)
    {
        builder.WebHost.UseUrls(options.Listen).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Callbacks.LargestBody;
        });
        builder.Services.AddSingleton(token);
        builder.Services.AddAuthentication(TokenAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null);
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, HubApiJson.Default);
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        builder.Services.AddOpenApi("v1", ApiDescription.Describe);
    }
}
