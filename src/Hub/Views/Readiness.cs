using System.Data.Common;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Leases;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Views;

/// <summary>Whether the ledger can be worked on.</summary>
internal sealed class Readiness(LedgerDatabase ledger, IEngineWatch engine, NodeClock nodeClock, LedgerRoom room) : IReadiness
{
    public async Task<string?> WhyNotAsync()
    {
        if (engine.Now().Target.State == TargetStates.Mismatch)
            return "the ledger belongs to another settlement system";
        if (nodeClock.IsOff)
            return "the clock of this machine is more than 5 s off the database's";
        try
        {
            return (await ledger.MissingMigrationsAsync()).Count == 0 ? room.WhyNotRead : "the ledger lacks migrations";
        }
        catch (DbException)
        {
            return "the ledger cannot be read";
        }
    }
}
