using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

/// <summary>The same on the basic profile.</summary>
public sealed class BasicSimulator : IAsyncLifetime
{
    private SimulatorProcess? process;

    internal SimulatorProcess Process => process ?? throw new InvalidOperationException("The simulator has not been started.");

    public async ValueTask InitializeAsync() => process = await SimulatorProcess.StartAsync("--profile", "basic");

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
