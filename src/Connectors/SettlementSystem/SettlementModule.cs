using System.Net;
using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Refit;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>How the target enters the hub. Registering does no I/O.</summary>
public static class SettlementModule
{
    /// <summary>The section with its settings.</summary>
    public const string Section = "Settlement";

    /// <summary>
    /// Registers the target as <see cref="ITarget"/>, unless its settings are bad. Wants a <see cref="TimeProvider"/> and logging; a
    /// registered <see cref="Random"/> makes the jitter repeatable.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="settings">The section <see cref="Section"/>.</param>
    /// <returns>Everything that is wrong with the settings, at once; empty when all is well.</returns>
    public static IReadOnlyList<SettingProblem> Register(IServiceCollection services, IConfigurationSection settings)
    {
        var (options, problems) = SettingsBinder.Bind<SettlementOptions>(settings);
        if (problems.Count > 0)
            return problems;

        AddApi(services, options);
        services.TryAddSingleton<TargetCounters>();
        services.AddSingleton(options);
        services.AddSingleton<SettlementGate>();
        services.AddSingleton<CallSize>();
        services.AddSingleton(provider => new SettlementPipelines(
            options, provider.GetRequiredService<TimeProvider>(), provider.GetService<Random>()));
        services.AddSingleton<SettlementTransport>();
        services.AddSingleton<SettlementCapabilities>();
        services.AddSingleton<SettlementSession>();
        services.AddSingleton<SettlementChannel>();
        services.AddSingleton<SettlementReader>();
        services.AddSingleton<SettlementWriter>();
        services.AddSingleton<ITarget, SettlementTarget>();
        return [];
    }

    private static void AddApi(IServiceCollection services, SettlementOptions options) => services
        .AddRefitGeneratedClient<ISettlementApi>(SettlementJson.Default)
        .RemoveAllLoggers()
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .ConfigureHttpClient(client => (client.BaseAddress, client.Timeout) = (options.BaseAddress, Timeout.InfiniteTimeSpan))
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Brotli,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxConnectionsPerServer = options.MaxConnections,
        });
}
