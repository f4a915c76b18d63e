using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Hub.Views;

/// <summary>When this server started, and what the ledger had counted by then.</summary>
public sealed class StartMark(TimeProvider clock, string version)
{
    private volatile IReadOnlyList<ConnectorTotals> totals = [];

    public string Version => version;

    public DateTimeOffset At { get; } = clock.GetUtcNow();

    public TimeSpan Age => clock.GetUtcNow() - At;

    /// <summary>Remembers the ledger's totals; called once, before the engine starts.</summary>
    public void Remember(IReadOnlyList<ConnectorTotals> atStart) => totals = atStart;

    /// <summary>What was counted since.</summary>
    public IReadOnlyList<ConnectorTotals> Since(IReadOnlyList<ConnectorTotals> now) =>
        [.. now.Select(n => totals.FirstOrDefault(t => t.Id == n.Id) is { } then ? n - then : n)];
}
