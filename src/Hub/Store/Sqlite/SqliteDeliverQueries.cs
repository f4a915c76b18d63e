namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>What delivering asks, on SQLite.</summary>
internal sealed class SqliteDeliverQueries(SqliteLedger ledger) : IDeliverQueries
{
    private const string DueRanges = """
        with recursive range(n) as (select 0 union all select n + 1 from range where n < 63)
        select n from range
        where exists (select 1 from outbox o where o.range = n and o.kind = 1 and o.state = 0 and o.due_at <= $1)
           or exists (select 1 from outbox o where o.range = n and o.kind = 2 and o.state = 0 and o.due_at <= $1)
        """;

    private const string DueDossiers = $"""
        select {RowReading.DueDossierColumns}
        from outbox o join dossier d on d.number = o.number join dossier p on p.number = o.number
        where o.range = $1 and o.kind = 1 and o.state = 0 and o.due_at <= $2 order by o.due_at limit $3
        """;

    private const string DueProgress = $"""
        select {RowReading.DueProgressColumns}
        from outbox o join progress p on p.number = o.number and p.row_hash = o.row_hash
        where o.range = $1 and o.kind = 2 and o.state = 0 and o.due_at <= $2
          and not exists (select 1 from outbox d where d.number = o.number and d.kind = 1 and d.state = 0)
          and not exists (select 1 from outbox e where e.number = o.number and e.kind = 2 and e.state = 0 and e.id < o.id and e.due_at > $2)
        order by o.id limit $3
        """;

    private const string OpenAttempts = """
        select a.id, o.number from attempt a, json_each(a.rows) r left join outbox o on o.id = r.value and o.kind = 1
        where a.range = $1 and a.ended_at is null
        """;

    // What waits a moment only is left alone: its call may still take effect. Spelled by range and kind so that the index leads past
    // all that is due.
    private const string HurryUnanswered = """
        with recursive range(n) as (select 0 union all select n + 1 from range where n < 63)
        update outbox set due_at = $1
        where range in (select n from range) and kind in (1, 2) and state = 0 and due_at > $2
          and fault in ('Transient', 'UnknownOutcome', 'AuthExpired')
        """;

    // A row that has met nothing waits for another of its dossier; that one may have a reason of its own to wait.
    private const string HurryWhatWaitsForOthers = """
        with recursive range(n) as (select 0 union all select n + 1 from range where n < 63)
        update outbox
        set due_at = max($1, coalesce((
            select max(e.due_at) from outbox e where e.number = outbox.number and e.state = 0 and e.fault is not null), 0))
        where range in (select n from range) and kind in (1, 2) and state = 0 and due_at > $2 and fault is null
        """;

    public Task<IReadOnlyList<int>> DueRangesAsync(long now, CancellationToken cancellationToken) =>
        ledger.QueryAsync<IReadOnlyList<int>>(sql => sql.All(DueRanges, r => r.GetInt32(0), now));

    public Task<IReadOnlyList<PendingDossier>> DueDossiersAsync(int range, long now, int limit, CancellationToken cancellationToken) =>
        ledger.QueryAsync<IReadOnlyList<PendingDossier>>(sql => sql.All(DueDossiers, RowReading.DueDossier, range, now, limit));

    public Task<IReadOnlyList<PendingProgress>> DueProgressAsync(int range, long now, int limit, CancellationToken cancellationToken) =>
        ledger.QueryAsync<IReadOnlyList<PendingProgress>>(sql => sql.All(DueProgress, RowReading.DueProgress, range, now, limit));

    public Task<IReadOnlyList<OpenAttempt>> OpenAttemptsAsync(int range, CancellationToken cancellationToken) =>
        ledger.QueryAsync<IReadOnlyList<OpenAttempt>>(sql =>
        [
            .. from row in sql.All(OpenAttempts, r => (Id: r.GetInt64(0), Number: r.Text(1)), range)
               group row.Number by row.Id into attempt
               select new OpenAttempt(attempt.Key, [.. attempt.OfType<string>()]),
        ]);

    public Task HurryAsync(long now, long moment, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            sql.Run(HurryUnanswered, now, moment);
            sql.Run(HurryWhatWaitsForOthers, now, moment);
        },
        cancellationToken);
}
