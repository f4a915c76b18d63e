using Dapper;
using IntegrationHub.Contracts.Packets;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Reconciling, on SQLite.</summary>
internal sealed class SqliteReconcileStore(SqliteLedger ledger, TimeProvider clock) : IReconcileStore
{
    private const string Dossiers = """
        select d.number, d.tag, d.owner is not null, coalesce(d.acked_version, d.version), coalesce(d.acked_hash, d.packet_hash), d.status, d.progress_count, d.progress_digest, d.written,
               exists (select 1 from outbox o where o.number = d.number and o.state in (0, 3)), d.packet
        from dossier d
        """;

    public Task<long> BeginReconciliationAsync(string trigger, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            sql.Run("insert into reconciliation (trigger, started_at, state) values ($1, $2, 'running')", trigger, clock.NowMicros());
            return sql.Scalar<long>(HubSql.LastInserted);
        },
        cancellationToken);

    public Task<IReadOnlyDictionary<int, (long Count, Hash256 Digest)>> BucketsAsync(CancellationToken cancellationToken) =>
        ledger.ReadAsync<IReadOnlyDictionary<int, (long, Hash256)>>(db => db
            .Query<(int Prefix, long Count, byte[] Digest)>("select prefix, count, digest from bucket")
            .ToDictionary(b => b.Prefix, b => (b.Count, Hash256.FromBytes(b.Digest))));

    public Task<IReadOnlyList<LedgerDossier>> BucketAsync(int prefix, CancellationToken cancellationToken) =>
        ReadAsync($"{Dossiers} where d.bucket between $1 and $2 and d.written = 1 order by d.number", (long)prefix << 20, ((long)(prefix + 1) << 20) - 1);

    public Task<IReadOnlyList<LedgerDossier>> PageAsync(string after, int limit, CancellationToken cancellationToken) =>
        ReadAsync($"{Dossiers} where d.number > $1 and d.written = 1 order by d.number limit $2", after, limit);

    public Task<IReadOnlyList<LedgerDossier>> DossiersAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
        ReadAsync($"{Dossiers} where d.number in (select value from json_each($1)) order by d.number", System.Text.Json.JsonSerializer.Serialize(numbers));

    public Task EndReconciliationAsync(ReconciliationResult result, CancellationToken cancellationToken) =>
        ledger.WriteAsync(sql => new ReconciliationWriter(sql, clock.NowMicros()).Write(result), cancellationToken);

    private async Task<IReadOnlyList<LedgerDossier>> ReadAsync(string query, params object?[] values) => await ledger.ReadAsync(db =>
    {
        using var statements = new Statements(db);
        return statements.All(query, Dossier, values);
    });

    private static LedgerDossier Dossier(SqliteDataReader reader) => new()
    {
        Number = reader.GetString(0),
        Connector = reader.GetString(1),
        Owned = reader.GetInt64(2) != 0,
        Version = reader.GetInt64(3),
        Hash = reader.Hash(4)!.Value,
        Status = reader.GetInt32(5).ToString(System.Globalization.CultureInfo.InvariantCulture),
        ProgressCount = reader.GetInt64(6),
        ProgressDigest = reader.Hash(7) ?? Hash256.Zero,
        Written = reader.GetInt64(8) != 0,
        Moving = reader.GetInt64(9) != 0,
        Packet = reader.GetString(10),
    };
}
