using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors.Tests.Catalogue;

/// <summary>A host for one connector, as the hub would register it.</summary>
internal static class Bench
{
    public static IConnectorModule ModuleOf(string folder) =>
        ConnectorCatalog.All.SingleOrDefault(module => module.GetType().Namespace == $"IntegrationHub.Connectors.{folder}")
        ?? throw new InvalidOperationException($"The folder {folder} has a manifest, but ConnectorCatalog does not name its module.");

    /// <summary>The connector with the settings of its own sample, every secret being the text "secret".</summary>
    public static ISourceConnector WithSampleSettings(string folder)
    {
        var module = ModuleOf(folder);
        return Register(module, Sample(folder), new StubJournal()).GetRequiredKeyedService<ISourceConnector>(module.Manifest.Id);
    }

    public static ServiceProvider Register(
        IConnectorModule module, IConfiguration settings, ICallbackJournal? journal = null, TimeProvider? clock = null, IServiceCollection? others = null)
    {
        var services = (others ?? new ServiceCollection()).AddSingleton(clock ?? TimeProvider.System).AddSingleton(journal ?? new StubJournal());
        var problems = module.Register(services, Section(module, settings));
        return problems.Count == 0 ? services.BuildServiceProvider() : throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
    }

    public static IConfigurationSection Section(IConnectorModule module, IConfiguration settings) => settings.GetSection($"Connectors:{module.Manifest.Id}");

    public static IConfiguration Settings(IConnectorModule module, params (string Key, string? Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Connectors:{module.Manifest.Id}:{setting.Key}", setting.Value)))
        .Build();

    public static IConfiguration Sample(string folder)
    {
        var sample = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Connectors, folder, "settings.sample.json")).Build();
        foreach (var (_, value) in sample.AsEnumerable())
            if (value?.StartsWith("env:", StringComparison.Ordinal) == true)
                Environment.SetEnvironmentVariable(value[4..], "secret");
        return sample;
    }

    internal sealed class StubJournal(params JournaledCallback[] callbacks) : ICallbackJournal
    {
        public Task<IReadOnlyList<JournaledCallback>> ReadAsync(string connector, long after, int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<JournaledCallback>>([.. callbacks.Where(callback => callback.Sequence > after).Take(limit)]);
    }
}
