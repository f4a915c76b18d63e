namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>What delivering asks, on PostgreSQL.</summary>
internal sealed class PostgresDeliverQueries(PostgresLedger ledger) : IDeliverQueries
{
    // A look into the index for each range: what is due may be a million rows.
    private const string DueRanges = """
        select r.n from generate_series(0, 63) r(n)
        where exists (select 1 from outbox o where o.range = r.n and o.kind = 1 and o.state = 0 and o.due_at <= $1)
           or exists (select 1 from outbox o where o.range = r.n and o.kind = 2 and o.state = 0 and o.due_at <= $1)
        """;

    private const string DueDossiers = $"""
        select {RowReading.DueDossierColumns}
        from (select * from outbox where range = $1 and kind = 1 and state = 0 and due_at <= $2 order by due_at limit $3) o
        join dossier d on d.number = o.number join packet p on p.number = o.number
        order by o.due_at
        """;

    // The rows of one dossier keep their order: its own version goes first, and what comes after a row that waits, waits too.
    private const string DueProgress = $"""
        select {RowReading.DueProgressColumns}
        from outbox o join progress p on p.number = o.number and p.row_hash = o.row_hash
        where o.range = $1 and o.kind = 2 and o.state = 0 and o.due_at <= $2
          and not exists (
              select 1 from outbox e
              where e.number = o.number and e.state in (0, 3) and e.state = 0
                and (e.kind = 1 or (e.kind = 2 and e.id < o.id and e.due_at > $2)))
        order by o.id limit $3
        """;

    private const string OpenAttempts = """
        select a.id, array(select o.number from outbox o where o.id = any(a.rows) and o.kind = 1) from attempt a
        where a.range = $1 and a.ended_at is null
        """;

    // What waits a moment only is left alone: its call may still take effect.
    private const string HurryUnanswered = """
        update outbox set due_at = $1
        where state = 0 and due_at > $2 and fault in ('Transient', 'UnknownOutcome', 'AuthExpired')
        """;

    // A row that has met nothing waits for another of its dossier; that one may have a reason of its own to wait.
    private const string HurryWhatWaitsForOthers = """
        update outbox o
        set due_at = greatest($1, coalesce((
            select max(e.due_at) from outbox e where e.number = o.number and e.state in (0, 3) and e.state = 0 and e.fault is not null), 0))
        where o.state = 0 and o.due_at > $2 and o.fault is null
        """;

    public Task<IReadOnlyList<int>> DueRangesAsync(long now, CancellationToken cancellationToken) =>
        ledger.AllAsync(DueRanges, reader => reader.GetInt32(0), cancellationToken, now);

    public Task<IReadOnlyList<PendingDossier>> DueDossiersAsync(int range, long now, int limit, CancellationToken cancellationToken) =>
        ledger.AllAsync(DueDossiers, RowReading.DueDossier, cancellationToken, range, now, limit);

    public Task<IReadOnlyList<PendingProgress>> DueProgressAsync(int range, long now, int limit, CancellationToken cancellationToken) =>
        ledger.AllAsync(DueProgress, RowReading.DueProgress, cancellationToken, range, now, limit);

    public Task<IReadOnlyList<OpenAttempt>> OpenAttemptsAsync(int range, CancellationToken cancellationToken) =>
        ledger.AllAsync(
            OpenAttempts, reader => new OpenAttempt(reader.GetInt64(0), reader.GetFieldValue<string[]>(1)), cancellationToken, range);

    public async Task HurryAsync(long now, long moment, CancellationToken cancellationToken)
    {
        await ledger.RunAsync(HurryUnanswered, cancellationToken, now, moment);
        await ledger.RunAsync(HurryWhatWaitsForOthers, cancellationToken, now, moment);
    }
}
