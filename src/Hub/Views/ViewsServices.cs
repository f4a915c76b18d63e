using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Hub.Views;

/// <summary>Adds the views; the engine must be added too.</summary>
public static class ViewsServices
{
    public static IServiceCollection AddHubViews(this IServiceCollection services)
    {
        services.AddSingleton(s => new StartMark(s.GetRequiredService<TimeProvider>(), Version));
        services.AddSingleton<LedgerViews>().AddSingleton<IHubViews>(s => s.GetRequiredService<LedgerViews>());
        return services.AddSingleton<IReadiness, Readiness>();
    }

    /// <summary>The version of the hub, without the commit.</summary>
    public static string Version { get; } =
        typeof(ViewsServices).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
