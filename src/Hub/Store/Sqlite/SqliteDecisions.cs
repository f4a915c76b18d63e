namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Decisions, on SQLite: one writer, so nobody is ever faster.</summary>
internal sealed class SqliteDecisions(SqliteLedger ledger) : ILedger
{
    public Task<T> DecideAsync<T>(Need need, Func<Slice, T> decide, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            var ids = new SqliteIds(sql);
            var slice = SliceLoad.Load(sql, need, ids);
            var decided = decide(slice);
            new SliceSave(sql, slice).Save();
            ids.Save();
            return decided;
        },
        cancellationToken);
}
