using Dapper;
using IntegrationHub.Connectors.Sdk;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Delivering, on SQLite.</summary>
internal sealed class SqliteDeliverStore(SqliteLedger ledger, TimeProvider clock) : IDeliverStore
{
    private const string DueRanges = """
        with recursive range(n) as (select 0 union all select n + 1 from range where n < 63)
        select n from range where exists (select 1 from outbox o where o.range = n and o.kind in (1, 2) and o.state = 0 and o.due_at <= @now)
        """;

    private const string DueDossiers = """
        select o.id, o.number, o.version, o.attempts, o.query_first, o.fault, d.packet, d.packet_hash, d.owner is not null, d.tag, d.acked_version is not null
        from outbox o join dossier d on d.number = o.number
        where o.range = $1 and o.kind = 1 and o.state = 0 and o.due_at <= $2 order by o.id limit $3
        """;

    private const string DueProgress = """
        select o.id, o.number, p.row, o.row_hash, o.attempts
        from outbox o join progress p on p.number = o.number and p.row_hash = o.row_hash
        where o.range = $1 and o.kind = 2 and o.state = 0 and o.due_at <= $2
          and not exists (select 1 from outbox d where d.number = o.number and d.kind = 1 and d.state in (0, 3) and d.state = 0)
        order by o.id limit $3
        """;

    public Task<IReadOnlyList<int>> DueRangesAsync(CancellationToken cancellationToken) =>
        ledger.ReadAsync<IReadOnlyList<int>>(db => [.. db.Query<int>(DueRanges, new { now = clock.NowMicros() })]);

    public Task<IReadOnlyList<PendingDossier>> DueDossiersAsync(int range, int limit, CancellationToken cancellationToken) =>
        DueAsync(DueDossiers, Dossier, range, limit);

    public Task<IReadOnlyList<PendingProgress>> DueProgressAsync(int range, int limit, CancellationToken cancellationToken) =>
        DueAsync(DueProgress, r => new PendingProgress(r.GetInt64(0), r.GetString(1), r.GetString(2), r.Hash(3)!.Value, r.GetInt32(4)), range, limit);

    public Task<IReadOnlyList<PendingDossier>> RebaseAsync(IReadOnlyList<(PendingDossier Row, TargetDossier Target)> read, CancellationToken cancellationToken) =>
        ledger.WriteAsync<IReadOnlyList<PendingDossier>>(
            sql => [.. read.Select(r => new Rebase(sql, clock.NowMicros()).Apply(r.Row, r.Target))],
            cancellationToken);

    public Task<long> OpenAttemptAsync(int range, IReadOnlyList<PendingDossier> rows, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            foreach (var row in rows.Where(row => !row.Owned))
                sql.Run(HubSql.NoteSent, row.Number, row.Version, row.Packet);
            return OpenAttempt(sql, range, 1, rows.Select(row => row.Id));
        },
        cancellationToken);

    public Task<long> OpenAttemptAsync(int range, IReadOnlyList<PendingProgress> rows, CancellationToken cancellationToken) =>
        ledger.WriteAsync(sql => OpenAttempt(sql, range, 2, rows.Select(row => row.Id)), cancellationToken);

    public Task CloseAttemptAsync(long? attempt, IReadOnlyList<Settled> settled, CancellationToken cancellationToken) =>
        ledger.WriteAsync(sql => new AttemptCloser(sql, clock.NowMicros()).Close(attempt, settled), cancellationToken);

    private long OpenAttempt(Statements sql, int range, int kind, IEnumerable<long> rows)
    {
        sql.Run(
            "insert into attempt (range, epoch, kind, rows, started_at) values ($1, 1, $2, $3, $4)",
            range, kind, System.Text.Json.JsonSerializer.Serialize(rows), clock.NowMicros());
        return sql.Scalar<long>(HubSql.LastInserted);
    }

    private async Task<IReadOnlyList<T>> DueAsync<T>(string query, Func<SqliteDataReader, T> map, int range, int limit) =>
        await ledger.ReadAsync(db =>
        {
            using var statements = new Statements(db);
            return statements.All(query, map, range, clock.NowMicros(), limit);
        });

    private static PendingDossier Dossier(SqliteDataReader reader) => new()
    {
        Id = reader.GetInt64(0),
        Number = reader.GetString(1),
        Version = reader.GetInt64(2),
        Attempts = reader.GetInt32(3),
        QueryFirst = reader.GetInt64(4) != 0,
        Fault = reader.Text(5),
        Packet = reader.GetString(6),
        Hash = reader.Hash(7)!.Value,
        Owned = reader.GetInt64(8) != 0,
        Tag = reader.GetString(9),
        AckedBefore = reader.GetInt64(10) != 0,
    };
}
