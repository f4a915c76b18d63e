using Dapper;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Map;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Collecting, on SQLite.</summary>
internal sealed class SqliteCollectStore(SqliteLedger ledger, Fingerprint fingerprint, QuarantineWaits waits, TimeProvider clock) : ICollectStore
{
    public Task<StreamState> StreamAsync(string connector, CancellationToken cancellationToken) => ledger.ReadAsync(db =>
        db.QuerySingleOrDefault<(string? Watermark, string? Position, long? PausedAt, int Failures)?>(
            "select watermark, position, paused_at, failures from stream where connector = @connector", new { connector }) is { } row
            ? new StreamState(Parse(row.Watermark), Parse(row.Position), row.PausedAt is not null, row.Failures)
            : new StreamState(null, null, false, 0));

    public Task<long> BeginRunAsync(string connector, string origin, string trigger, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            sql.Run("insert into run (connector, origin, trigger, started_at, state) values ($1, $2, $3, $4, 'running')", connector, origin, trigger, clock.NowMicros());
            return sql.Scalar<long>(HubSql.LastInserted);
        },
        cancellationToken);

    public Task<IReadOnlySet<string>> UnknownAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) => ledger.ReadAsync<IReadOnlySet<string>>(db =>
    {
        var unknown = numbers.ToHashSet();
        unknown.ExceptWith(db.Query<string>(
            "select number from dossier where number in (select value from json_each(@numbers))",
            new { numbers = System.Text.Json.JsonSerializer.Serialize(numbers) }));
        return unknown;
    });

    public Task<PageReceipt> CommitPageAsync(PageCommit page, CancellationToken cancellationToken) =>
        ledger.WriteAsync(sql => new PageWriter(sql, page, waits, fingerprint.Value, clock.NowMicros()).Write(), cancellationToken);

    public Task EndRunAsync(long run, string connector, Fault? fault, bool pause, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            sql.Run(
                "update run set ended_at = $2, state = $3, fault = $4, message = $5 where id = $1",
                run, clock.NowMicros(), fault is null ? "completed" : "failed", fault?.Name, fault?.Message);
            sql.Run(
                """
                insert into stream (connector, fault, fault_message, failures) values ($1, $2, $3, $4)
                on conflict (connector) do update set fault = excluded.fault, fault_message = excluded.fault_message,
                    failures = case when excluded.fault is null then 0 else failures + 1 end
                """,
                connector, fault?.Name, fault?.Message, fault is null ? 0 : 1);
            if (pause)
                sql.Run("update stream set paused_at = $2, paused_reason = $3 where connector = $1", connector, clock.NowMicros(), fault!.Message);
        },
        cancellationToken);

    public Task<IReadOnlyList<QuarantineEntry>> DueQuarantineAsync(int limit, CancellationToken cancellationToken) => ledger.ReadAsync<IReadOnlyList<QuarantineEntry>>(db =>
        [.. db.Query<(long Id, string Connector, string Key, long? Time, string Content, string CorrelationId, int Attempts, long Arrival)>(
            """
            select id, connector, source_key, source_time, content, correlation_id, attempts, arrival from quarantine
            where state = 'open' and due_at <= @now order by id limit @limit
            """,
            new { now = clock.NowMicros(), limit })
            .Select(e => new QuarantineEntry(
                e.Id,
                e.Connector,
                new SourceRecord { Key = e.Key, Time = e.Time is { } time ? Clock.FromMicros(time) : null, Content = e.Content },
                e.CorrelationId,
                e.Attempts) { Arrival = e.Arrival })]);

    private static Position? Parse(string? text) => text is null ? null : Position.Parse(text);
}
