using Dapper;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Views;

/// <summary>Readiness on SQLite.</summary>
public sealed class SqliteReadiness(SqliteLedger ledger, IEngineWatch engine) : IReadiness
{
    public async Task<string?> WhyNotAsync()
    {
        if (engine.Now().Target.State == TargetStates.Mismatch)
            return "the ledger belongs to another settlement system";
        try
        {
            return (await MissingMigrationsAsync(ledger)).Count == 0 ? null : "the ledger lacks migrations";
        }
        catch (SqliteException)
        {
            return "the ledger cannot be read";
        }
    }

    /// <summary>The migrations that the ledger does not have yet.</summary>
    public static Task<IReadOnlyList<string>> MissingMigrationsAsync(SqliteLedger ledger) => ledger.ReadAsync<IReadOnlyList<string>>(db =>
    {
        var applied = db.Query<string>("select ScriptName from SchemaVersions").ToHashSet();
        var known = typeof(SqliteLedger).Assembly.GetManifestResourceNames()
            .Where(n => n.Contains(".Migrations.", StringComparison.Ordinal));
        return [.. known.Where(n => !applied.Contains(n)).Order(StringComparer.Ordinal)];
    });
}
