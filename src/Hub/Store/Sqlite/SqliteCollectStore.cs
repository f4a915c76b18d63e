using System.Text.Json;
using Dapper;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Map;
using DueRow = (long Id, string Connector, string Key, long? Time, string Content, string CorrelationId, int Attempts, long Arrival);

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Collecting, on SQLite.</summary>
internal sealed class SqliteCollectStore(
    SqliteLedger ledger,
    Fingerprint fingerprint,
    QuarantineWaits waits,
    TimeProvider clock)
    : ICollectStore
{
    private const string Stream = "select watermark, position, paused_at from stream where connector = @connector";

    private const string EndRun = "update run set ended_at = $2, state = $3, fault = $4, message = $5 where id = $1";

    // How a source does is told by the runs that read it; a release from quarantine says nothing of that.
    private const string EndStream = """
        insert into stream (connector, fault, fault_message, failures)
        select connector, $2, $3, $4 from run where id = $1 and origin = 'source'
        on conflict (connector) do update set fault = excluded.fault, fault_message = excluded.fault_message,
            failures = case when excluded.fault is null then 0 else failures + 1 end
        """;

    private const string Pause = "update stream set paused_at = $2, paused_reason = $3 where connector = $1";

    private const string Unknown = "select number from dossier where number in (select value from json_each(@numbers))";

    // What is due is few among what is open: the plus signs keep SQLite from walking the entries in the order of ids or connectors.
    private const string DueQuarantine = """
        select id, connector, source_key, source_time, content, correlation_id, attempts, arrival from quarantine
        where state = 'open' and due_at <= @now and +id > @after and +connector in (select value from json_each(@connectors))
          and (@id is null or +id = @id) and (@connector is null or +connector = @connector) and (@code is null or code = @code)
        order by +id limit @limit
        """;

    private const string ClosedQuarantine =
        "select count(*) from quarantine where id in (select value from json_each(@entries)) and state <> 'open'";

    public Task<StreamState> StreamAsync(string connector, CancellationToken cancellationToken) => ledger.ReadAsync(db =>
        db.QuerySingleOrDefault<(string? Watermark, string? Position, long? PausedAt)?>(Stream, new { connector }) is { } row
            ? new StreamState(Parse(row.Watermark), Parse(row.Position), row.PausedAt is not null)
            : new StreamState(null, null, false));

    public Task<long> BeginRunAsync(string connector, string origin, string trigger, CancellationToken cancellationToken) =>
        ledger.WriteAsync(
            sql =>
            {
                sql.Run(HubSql.BeginRun, connector, origin, trigger, clock.NowMicros());
                return sql.Scalar<long>(HubSql.LastInserted);
            },
            cancellationToken);

    public Task<IReadOnlySet<string>> UnknownAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) =>
        ledger.ReadAsync<IReadOnlySet<string>>(db =>
        {
            var unknown = numbers.ToHashSet();
            unknown.ExceptWith(db.Query<string>(Unknown, new { numbers = JsonSerializer.Serialize(numbers) }));
            return unknown;
        });

    public Task<PageReceipt> CommitPageAsync(PageCommit page, CancellationToken cancellationToken) =>
        ledger.WriteAsync(sql => new PageWriter(sql, page, waits, fingerprint.Value, clock.NowMicros()).Write(), cancellationToken);

    public Task EndRunAsync(long run, string connector, Fault? fault, bool pause, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            var now = clock.NowMicros();
            sql.Run(EndRun, run, now, fault is null ? "completed" : "failed", fault?.Name, fault?.Message);
            sql.Run(EndStream, run, fault?.Name, fault?.Message, fault is null ? 0 : 1);
            if (pause)
                sql.Run(Pause, connector, now, fault!.Message);
        },
        cancellationToken);

    public Task<IReadOnlyList<QuarantineEntry>> DueQuarantineAsync(DueEntries which, CancellationToken cancellationToken)
    {
        var values = new
        {
            now = clock.NowMicros(),
            after = which.After,
            connectors = JsonSerializer.Serialize(which.Connectors),
            id = which.Selection.Id,
            connector = which.Selection.Connector,
            code = which.Selection.Code,
            limit = which.Limit,
        };
        return ledger.ReadAsync<IReadOnlyList<QuarantineEntry>>(db =>
            [.. db.Query<DueRow>(DueQuarantine, values).Select(Entry)]);
    }

    public Task<int> ClosedQuarantineAsync(IReadOnlyCollection<long> entries, CancellationToken cancellationToken) =>
        ledger.ReadAsync(db => db.ExecuteScalar<int>(ClosedQuarantine, new { entries = JsonSerializer.Serialize(entries) }));

    private static QuarantineEntry Entry(DueRow due) =>
        new(due.Id, due.Connector, Record(due.Key, due.Time, due.Content), due.CorrelationId, due.Attempts)
        {
            Arrival = due.Arrival,
        };

    private static SourceRecord Record(string key, long? time, string content) =>
        new() { Key = key, Time = time is { } micros ? Clock.FromMicros(micros) : null, Content = content };

    private static Position? Parse(string? text) => text is null ? null : Position.Parse(text);
}
