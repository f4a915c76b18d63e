using System.Globalization;
using System.Text.Json;
using Dapper;
using IntegrationHub.Contracts.Packets;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Reconciling, on SQLite.</summary>
internal sealed class SqliteReconcileStore(SqliteLedger ledger, TimeProvider clock) : IReconcileStore
{
    private const string Begin = "insert into reconciliation (trigger, started_at, state) values ($1, $2, 'running')";

    private const string Buckets = "select prefix, count, digest from bucket";

    private const string Columns = """
        d.number, d.tag, d.owner is not null, coalesce(d.acked_version, d.version), coalesce(d.acked_hash, d.packet_hash), d.status,
        d.progress_count, d.progress_digest, d.written,
        exists (select 1 from outbox o where o.number = d.number and o.state = 0),
        exists (select 1 from outbox o where o.number = d.number and o.kind = 1 and o.state = 3)
        """;

    private const string Bucket = $"select {Columns} from dossier d where d.bucket between $1 and $2 and d.written = 1 order by d.number";

    private const string Numbers = "select number from dossier where number > $1 and written = 1 order by number limit $2";

    private const string Dossiers = $"select {Columns} from dossier d where d.number in (select value from json_each($1))";

    private const string DossiersWithPackets =
        $"select {Columns}, d.packet from dossier d where d.number in (select value from json_each($1))";

    public Task<long> BeginReconciliationAsync(string trigger, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            sql.Run(Begin, trigger, clock.NowMicros());
            return sql.Scalar<long>(HubSql.LastInserted);
        },
        cancellationToken);

    public Task<IReadOnlyDictionary<int, (long Count, Hash256 Digest)>> BucketsAsync(CancellationToken cancellationToken) =>
        ledger.ReadAsync<IReadOnlyDictionary<int, (long, Hash256)>>(db => db
            .Query<(int Prefix, long Count, byte[] Digest)>(Buckets)
            .ToDictionary(b => b.Prefix, b => (b.Count, Hash256.FromBytes(b.Digest))));

    public async Task<IReadOnlyList<LedgerDossier>> BucketAsync(int prefix, CancellationToken cancellationToken) =>
        await ReadAsync(Bucket, r => Dossier(r), (long)prefix << 20, ((long)(prefix + 1) << 20) - 1);

    public async Task<IReadOnlyList<string>> NumbersAsync(string after, int limit, CancellationToken cancellationToken) =>
        await ReadAsync(Numbers, r => r.GetString(0), after, limit);

    public async Task<IReadOnlyDictionary<string, LedgerDossier>> DossiersAsync(
        IReadOnlyCollection<string> numbers, bool withPackets, CancellationToken cancellationToken)
    {
        var which = JsonSerializer.Serialize(numbers);
        var dossiers = withPackets
            ? await ReadAsync(DossiersWithPackets, r => Dossier(r) with { Packet = r.GetString(11) }, which)
            : await ReadAsync(Dossiers, Dossier, which);
        return dossiers.ToDictionary(d => d.Number);
    }

    public async Task AddDifferencesAsync(
        long reconciliation, IReadOnlyList<Difference> differences, bool repair, CancellationToken cancellationToken)
    {
        if (differences.Count > 0)
            await ledger.WriteAsync(
                sql => new ReconciliationWriter(sql, clock.NowMicros()).Add(reconciliation, differences, repair), cancellationToken);
    }

    public Task EndReconciliationAsync(long reconciliation, Findings findings, CancellationToken cancellationToken) =>
        ledger.WriteAsync(sql => new ReconciliationWriter(sql, clock.NowMicros()).End(reconciliation, findings), cancellationToken);

    private Task<List<T>> ReadAsync<T>(string query, Func<SqliteDataReader, T> map, params object?[] values) => ledger.ReadAsync(db =>
    {
        using var statements = new Statements(db);
        return statements.All(query, map, values);
    });

    private static LedgerDossier Dossier(SqliteDataReader reader) => new()
    {
        Number = reader.GetString(0),
        Connector = reader.GetString(1),
        Owned = reader.GetInt64(2) != 0,
        Version = reader.GetInt64(3),
        Hash = reader.Hash(4)!.Value,
        Status = reader.GetInt32(5).ToString(CultureInfo.InvariantCulture),
        ProgressCount = reader.GetInt64(6),
        ProgressDigest = reader.Hash(7) ?? Hash256.Zero,
        Written = reader.GetInt64(8) != 0,
        Moving = reader.GetInt64(9) != 0,
        Dead = reader.GetInt64(10) != 0,
    };
}
