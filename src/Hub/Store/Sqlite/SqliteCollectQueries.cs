using System.Text.Json;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>What collecting asks, on SQLite.</summary>
internal sealed class SqliteCollectQueries(SqliteLedger ledger) : ICollectQueries
{
    // What is due is few among what is open: the plus signs keep SQLite from walking the entries in the order of ids or connectors.
    private const string DueQuarantine = $"""
        select {RowReading.DueEntryColumns} from quarantine
        where state = 'open' and due_at <= $1 and +id > $2 and +connector in (select value from json_each($3))
          and ($4 is null or +id = $4) and ($5 is null or +connector = $5) and ($6 is null or code = $6)
        order by +id limit $7
        """;

    private const string ClosedQuarantine =
        "select count(*) from quarantine where id in (select value from json_each($1)) and state <> 'open'";

    public Task<StreamRow?> StreamAsync(string connector, CancellationToken cancellationToken) =>
        ledger.QueryAsync(sql => sql.One(SliceSql.Stream, RowReading.Stream, connector));

    public Task<IReadOnlyDictionary<string, DossierRow>> DossiersAsync(
        IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
        ledger.QueryAsync<IReadOnlyDictionary<string, DossierRow>>(sql =>
            sql.All(SliceSql.Dossiers, RowReading.Dossier, JsonSerializer.Serialize(numbers)).ToDictionary(row => row.Number));

    public Task<IReadOnlyList<QuarantineEntry>> DueQuarantineAsync(DueEntries which, long now, CancellationToken cancellationToken) =>
        ledger.QueryAsync<IReadOnlyList<QuarantineEntry>>(sql => sql.All(
            DueQuarantine, RowReading.DueEntry, now, which.After, JsonSerializer.Serialize(which.Connectors), which.Selection.Id,
            which.Selection.Connector, which.Selection.Code, which.Limit));

    public Task<int> ClosedQuarantineAsync(IReadOnlyCollection<long> entries, CancellationToken cancellationToken) =>
        ledger.QueryAsync(sql => (int)sql.Scalar<long>(ClosedQuarantine, JsonSerializer.Serialize(entries)));
}
