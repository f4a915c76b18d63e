using IntegrationHub.Connectors;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Connectors.SettlementSystem;
using IntegrationHub.Hub;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Views;
using IntegrationHub.Server.Settings;
using Quartz;

namespace IntegrationHub.Server;

/// <summary>What the server is made of, and everything that is wrong with its settings. Does no I/O.</summary>
internal sealed class Composition
{
    public const string HubSection = "Hub";
    public const string ServerSection = "Server";
    public const string SettlementSection = SettlementModule.Section;
    public const string ConnectorsSection = "Connectors";

    private static readonly TimeSpan ToClose = TimeSpan.FromSeconds(5);

    public static readonly string[] Sections = [HubSection, ServerSection, SettlementSection, ConnectorsSection];

    private Composition(
        HubOptions hub, ServerOptions server, IReadOnlyList<RegisteredConnector> connectors, IReadOnlyList<SettingProblem> fatal) =>
        (Hub, Server, Connectors, Fatal) = (hub, server, connectors, fatal);

    public HubOptions Hub { get; }

    public ServerOptions Server { get; }

    /// <summary>The connectors that the configuration names; one with problems is shown and does not run.</summary>
    public IReadOnlyList<RegisteredConnector> Connectors { get; }

    /// <summary>What keeps the server from starting.</summary>
    public IReadOnlyList<SettingProblem> Fatal { get; }

    /// <summary>Everything that is wrong, connectors included.</summary>
    public IReadOnlyList<SettingProblem> Problems => [.. Fatal, .. Connectors.SelectMany(c => c.Problems)];

    /// <summary>Where the server keeps its own files when nothing is said: beside a ledger that is a file, else where it was started.</summary>
    public string Folder => LedgerDatabases.FileOf(Hub) is { } file ? Path.GetDirectoryName(Path.GetFullPath(file))! : Environment.CurrentDirectory;

    /// <summary>Registers target, connectors, engine and views, as the configuration says.</summary>
    public static Composition Add(IServiceCollection services, IConfiguration configuration, IReadOnlyList<SettingProblem> readingProblems)
    {
        var (hub, hubProblems) = SettingsBinder.Bind<HubOptions>(configuration.GetSection(HubSection));
        var (server, serverProblems) = SettingsBinder.Bind<ServerOptions>(configuration.GetSection(ServerSection));

        services.AddSingleton(TimeProvider.System).AddSingleton(Random.Shared);
        var settlementProblems = SettlementModule.Register(services, configuration.GetSection(SettlementSection));
        var connectors = ConnectorCatalog.All
            .Where(m => Section(configuration, m) is var settings && settings.Exists() && !IsOff(settings))
            .Select(m => Register(services, m, Section(configuration, m)))
            .ToList();
        IReadOnlyList<SettingProblem> fatal =
        [
            .. readingProblems, .. Unknown(configuration), .. hubProblems, .. serverProblems,
            .. CronProblems($"{HubSection}:{nameof(HubOptions.ReconcileSchedule)}", hub.ReconcileSchedule), .. settlementProblems,
        ];

        if (fatal.Count == 0)
            services.AddHub(hub, connectors).AddHubViews();

        // All parts are told at once, so that nothing goes on collecting while delivery drains.
        services.Configure<HostOptions>(host => (host.ShutdownTimeout, host.ServicesStopConcurrently) = (hub.DrainTime + ToClose, true));
        return new(hub, server, connectors, fatal);
    }

    private static IConfigurationSection Section(IConfiguration configuration, IConnectorModule module) =>
        configuration.GetSection($"{ConnectorsSection}:{module.Manifest.Id}");

    private static bool IsOff(IConfigurationSection settings) => bool.TryParse(settings[ConnectorSettings.Enabled], out var on) && !on;

    private static RegisteredConnector Register(IServiceCollection services, IConnectorModule module, IConfigurationSection settings)
    {
        var schedule = settings[ConnectorSettings.Schedule] ?? module.Manifest.Schedule;
        var path = $"{settings.Path}:{ConnectorSettings.Schedule}";
        var problems = module.Register(services, settings);
        if (problems.All(p => p.Path != path))
            problems = [.. problems, .. CronProblems(path, schedule)];
        if (settings[ConnectorSettings.Lag] is not null && module.Manifest.Cursor == "sequence")
            problems = [.. problems, new($"{settings.Path}:{ConnectorSettings.Lag}", "belongs to a source read by time; this one has a sequence.")];
        var lag = ConnectorSettings.LagOf(settings) ?? module.Manifest.Lag;
        return new(module.Manifest with { Lag = lag }, schedule, problems);
    }

    private static IEnumerable<SettingProblem> CronProblems(string path, string value)
    {
        if (!CronExpression.TryParse(value, out var cron))
            yield return new(path, $"'{value}' is not a Quartz cron expression; write for example 0 0/5 * * * ? for every five minutes.");
        else if (cron.GetNextValidTimeAfter(TimeProvider.System.GetUtcNow()) is null)
            yield return new(path, $"'{value}' never comes; name a day that there is.");
    }

    private static IEnumerable<SettingProblem> Unknown(IConfiguration configuration)
    {
        foreach (var child in configuration.GetChildren())
            if (!Sections.Contains(child.Key, StringComparer.OrdinalIgnoreCase) && child.Key != "$schema")
                yield return new(child.Path, $"unknown section. Known are {string.Join(", ", Sections)}.");

        var ids = ConnectorCatalog.All.Select(m => m.Manifest.Id).ToList();
        var connectors = configuration.GetSection(ConnectorsSection);
        if (connectors.Value is not null)
            yield return SettingsBinder.NoSection(connectors, ids[0]);
        foreach (var child in connectors.GetChildren())
            if (!ids.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                yield return new(child.Path, $"no such connector. Known are {string.Join(", ", ids)}.");
    }
}
