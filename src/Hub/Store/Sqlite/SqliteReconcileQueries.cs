using System.Text.Json;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>What reconciling asks, on SQLite.</summary>
internal sealed class SqliteReconcileQueries(SqliteLedger ledger) : IReconcileQueries
{
    private const string Begin = "insert into reconciliation (trigger, started_at, state) values ($1, $2, 'running')";

    private const string LastInserted = "select last_insert_rowid()";

    private const string Buckets = "select prefix, count, digest from bucket";

    private const string Bucket = $"""
        select {RowReading.LedgerDossierColumns} from dossier d where d.bucket between $1 and $2 and d.written = 1 order by d.number
        """;

    private const string Numbers = "select number from dossier where number > $1 and written = 1 order by number limit $2";

    private const string Dossiers =
        $"select {RowReading.LedgerDossierColumns} from dossier d where d.number in (select value from json_each($1))";

    private const string DossiersWithPackets =
        $"select {RowReading.LedgerDossierColumns}, d.packet from dossier d where d.number in (select value from json_each($1))";

    private const string End = """
        update reconciliation
        set mode = $2, ended_at = $3, state = $4, ledger = $5, target = $6, compared = $7, calls = $8, fault = $9, message = $10
        where id = $1
        """;

    public Task<long> BeginAsync(string trigger, long now, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            sql.Run(Begin, trigger, now);
            return sql.Scalar<long>(LastInserted);
        },
        cancellationToken);

    public Task<IReadOnlyDictionary<int, (long Count, Hash256 Digest)>> BucketsAsync(CancellationToken cancellationToken) =>
        ledger.QueryAsync<IReadOnlyDictionary<int, (long, Hash256)>>(sql => sql
            .All(Buckets, r => (Prefix: r.GetInt32(0), Count: r.GetInt64(1), Digest: r.Hash(2)!.Value))
            .ToDictionary(b => b.Prefix, b => (b.Count, b.Digest)));

    public Task<IReadOnlyList<LedgerDossier>> BucketAsync(int prefix, CancellationToken cancellationToken) =>
        ledger.QueryAsync<IReadOnlyList<LedgerDossier>>(sql =>
            sql.All(Bucket, RowReading.LedgerDossier, (long)prefix << 20, ((long)(prefix + 1) << 20) - 1));

    public Task<IReadOnlyList<string>> NumbersAsync(string after, int limit, CancellationToken cancellationToken) =>
        ledger.QueryAsync<IReadOnlyList<string>>(sql => sql.All(Numbers, r => r.GetString(0), after, limit));

    public Task<IReadOnlyList<LedgerDossier>> DossiersAsync(
        IReadOnlyCollection<string> numbers, bool withPackets, CancellationToken cancellationToken)
    {
        var which = JsonSerializer.Serialize(numbers);
        return ledger.QueryAsync<IReadOnlyList<LedgerDossier>>(sql => withPackets
            ? sql.All(DossiersWithPackets, RowReading.LedgerDossierWithPacket, which)
            : sql.All(Dossiers, RowReading.LedgerDossier, which));
    }

    public Task EndAsync(long reconciliation, Findings findings, long now, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql => sql.Run(
            End, reconciliation, findings.Mode, now, findings.Fault is null ? "completed" : "failed",
            findings.Ledger, findings.Target, findings.Compared, findings.Calls, findings.Fault?.Name, findings.Fault?.Message),
        cancellationToken);
}
