using IntegrationHub.Contracts.Packets;
using static IntegrationHub.Hub.Store.Postgres.PostgresQueries;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>What reconciling asks, on PostgreSQL.</summary>
internal sealed class PostgresReconcileQueries(PostgresLedger ledger) : IReconcileQueries
{
    private const string Begin = """
        insert into reconciliation (id, trigger, started_at, state) values (nextval('next_reconciliation'), $1, $2, 'running') returning id
        """;

    private const string Buckets = "select prefix, count, digest from bucket where count > 0";

    private const string Bucket = $"""
        select {RowReading.LedgerDossierColumns} from dossier d where d.bucket between $1 and $2 and d.written order by d.number
        """;

    private const string Numbers = "select number from dossier where number > $1 and written order by number limit $2";

    private const string Dossiers = $"select {RowReading.LedgerDossierColumns} from dossier d where d.number = any($1)";

    private const string DossiersWithPackets = $"""
        select {RowReading.LedgerDossierColumns}, p.packet from dossier d join packet p on p.number = d.number where d.number = any($1)
        """;

    private const string End = """
        update reconciliation
        set mode = $2, ended_at = $3, state = $4, ledger = $5, target = $6, compared = $7, calls = $8, fault = $9, message = $10
        where id = $1
        """;

    public Task<long> BeginAsync(string trigger, long now, CancellationToken cancellationToken) =>
        ledger.ScalarAsync<long>(Begin, cancellationToken, trigger, now);

    public async Task<IReadOnlyDictionary<int, (long Count, Hash256 Digest)>> BucketsAsync(CancellationToken cancellationToken) =>
        (await ledger.AllAsync(Buckets, r => (Prefix: r.GetInt32(0), Count: r.GetInt64(1), Digest: r.Hash(2)!.Value), cancellationToken))
        .ToDictionary(b => b.Prefix, b => (b.Count, b.Digest));

    public Task<IReadOnlyList<LedgerDossier>> BucketAsync(int prefix, CancellationToken cancellationToken) =>
        ledger.AllAsync(Bucket, RowReading.LedgerDossier, cancellationToken, (long)prefix << 20, ((long)(prefix + 1) << 20) - 1);

    public Task<IReadOnlyList<string>> NumbersAsync(string after, int limit, CancellationToken cancellationToken) =>
        ledger.AllAsync(Numbers, reader => reader.GetString(0), cancellationToken, after, limit);

    public Task<IReadOnlyList<LedgerDossier>> DossiersAsync(
        IReadOnlyCollection<string> numbers, bool withPackets, CancellationToken cancellationToken) => withPackets
        ? ledger.AllAsync(DossiersWithPackets, RowReading.LedgerDossierWithPacket, cancellationToken, (object)numbers.ToArray())
        : ledger.AllAsync(Dossiers, RowReading.LedgerDossier, cancellationToken, (object)numbers.ToArray());

    public Task EndAsync(long reconciliation, Findings findings, long now, CancellationToken cancellationToken) => ledger.RunAsync(
        End, cancellationToken, reconciliation, OrNull(findings.Mode), now, findings.Fault is null ? "completed" : "failed", findings.Ledger,
        OrNull(findings.Target), findings.Compared, findings.Calls, OrNull(findings.Fault?.Name), OrNull(findings.Fault?.Message));
}
