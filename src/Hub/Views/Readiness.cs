using System.Data.Common;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Views;

/// <summary>Whether the ledger can be worked on.</summary>
public sealed class Readiness(LedgerDatabase ledger, IEngineWatch engine) : IReadiness
{
    public async Task<string?> WhyNotAsync()
    {
        if (engine.Now().Target.State == TargetStates.Mismatch)
            return "the ledger belongs to another settlement system";
        try
        {
            return (await ledger.MissingMigrationsAsync()).Count == 0 ? null : "the ledger lacks migrations";
        }
        catch (DbException)
        {
            return "the ledger cannot be read";
        }
    }
}
