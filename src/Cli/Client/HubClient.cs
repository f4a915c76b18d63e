using System.CommandLine;
using System.Net.Http.Headers;
using IntegrationHub.Contracts;
using IntegrationHub.Contracts.Api;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace IntegrationHub.Cli.Client;

/// <summary>Makes the client of one invocation.</summary>
internal static class HubClient
{
    /// <summary>The client, to be disposed with its services.</summary>
    /// <exception cref="CliException">The address or the token is not usable.</exception>
    public static (IHubApi Api, ServiceProvider Services) Create(ParseResult arguments, GlobalOptions options)
    {
        var address = arguments.GetValue(options.Server)!;
        if (!Uri.TryCreate(address.TrimEnd('/'), UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
            throw new CliException(ExitCodes.Usage, $"--server {address}: is no address; write http://HOST:PORT.");
        if (server.Scheme == "http" && !ThisMachine.Is(server))
            throw new CliException(
                ExitCodes.Usage,
                $"--server {address}: the token would go there in clear; write https://, http:// is for this machine only.");

        var token = TokenFinder.Find(arguments.GetValue(options.TokenFile));
        var services = new ServiceCollection();
        services.AddTransient(_ => new ProblemHandler(server));
        services.AddRefitGeneratedClient<IHubApi>(HubApiJson.Default)
            .ConfigureHttpClient(client =>
            {
                client.BaseAddress = server;
                client.Timeout = TimeSpan.FromMinutes(2);
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
            })
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !server.IsLoopback })
            .AddHttpMessageHandler<ProblemHandler>();
        var provider = services.BuildServiceProvider();
        return (provider.GetRequiredService<IHubApi>(), provider);
    }
}
