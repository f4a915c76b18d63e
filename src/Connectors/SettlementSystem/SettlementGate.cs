using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>What the target asked one caller to wait holds for all: while the gate is closed nothing is called.</summary>
internal sealed class SettlementGate(TimeProvider time)
{
    private readonly Lock sync = new();
    private DateTimeOffset until;

    /// <summary>The fault that a call meets now, or <see langword="null"/> when the gate is open.</summary>
    public Fault.Throttled? Closed()
    {
        lock (sync)
            return time.GetUtcNow() < until ? new(until, "Not called: the target asked to wait.") : null;
    }

    /// <summary>Closes the gate; an earlier end never shortens a later one.</summary>
    public void Close(DateTimeOffset end)
    {
        lock (sync)
            until = end > until ? end : until;
    }
}
