using static IntegrationHub.Hub.Store.Postgres.PostgresQueries;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>What collecting asks, on PostgreSQL.</summary>
internal sealed class PostgresCollectQueries(PostgresLedger ledger) : ICollectQueries
{
    private const string DueQuarantine = $"""
        select {RowReading.DueEntryColumns} from quarantine
        where state = 'open' and due_at <= $1 and id > $2 and connector = any($3)
          and (id = $4 or $4 is null) and (connector = $5 or $5 is null) and (code = $6 or $6 is null)
        order by id limit $7
        """;

    private const string ClosedQuarantine = "select count(*) from quarantine where id = any($1) and state <> 'open'";

    public async Task<StreamRow?> StreamAsync(string connector, CancellationToken cancellationToken) =>
        await ledger.AllAsync(SliceSql.Stream, RowReading.Stream, cancellationToken, connector) is [var stream] ? stream : null;

    public async Task<IReadOnlyDictionary<string, DossierRow>> DossiersAsync(
        IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
        (await ledger.AllAsync(SliceSql.Dossiers, RowReading.Dossier, cancellationToken, (object)numbers.ToArray())).ToDictionary(row => row.Number);

    public Task<IReadOnlyList<QuarantineEntry>> DueQuarantineAsync(DueEntries which, long now, CancellationToken cancellationToken) =>
        ledger.AllAsync(
            DueQuarantine, RowReading.DueEntry, cancellationToken, now, which.After, which.Connectors.ToArray(), OrNull(which.Selection.Id),
            OrNull(which.Selection.Connector), OrNull(which.Selection.Code), which.Limit);

    public async Task<int> ClosedQuarantineAsync(IReadOnlyCollection<long> entries, CancellationToken cancellationToken) =>
        (int)await ledger.ScalarAsync<long>(ClosedQuarantine, cancellationToken, (object)entries.ToArray());
}
