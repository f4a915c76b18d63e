using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Decisions, on SQLite: one writer, so nobody is faster but before what is needed is known.</summary>
internal sealed class SqliteDecisions(SqliteLedger ledger) : ILedger
{
    private const int Constraint = 19;

    public async Task<T> DecideAsync<T>(Need need, Func<Slice, T> decide, CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.WriteAsync(sql => Decide(sql, need, decide), cancellationToken);
        }
        catch (SqliteException taken) when (IsMadeMeanwhile(taken))
        {
            throw new LedgerConflictException(taken);
        }
    }

    private static T Decide<T>(Statements sql, Need need, Func<Slice, T> decide)
    {
        var ids = new SqliteIds(sql);
        var slice = SliceLoad.Load(sql, need, ids);
        var decided = decide(slice);
        new SliceSave(sql, slice).Save();
        ids.Save();
        return decided;
    }

    // The column is named in the words alone.
    private static bool IsMadeMeanwhile(SqliteException failure) =>
        failure.SqliteErrorCode == Constraint && failure.Message.Contains(": dossier.number", StringComparison.Ordinal);
}
