using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

/// <summary>One simulator for the tests of a class that each use their own dossiers.</summary>
public sealed class ExtendedSimulator : IAsyncLifetime
{
    private SimulatorProcess? process;

    internal SimulatorProcess Process => process ?? throw new InvalidOperationException("The simulator has not been started.");

    public async ValueTask InitializeAsync() => process = await SimulatorProcess.StartAsync("--profile", "extended");

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
