using System.Data.Common;
using Dapper;
using IntegrationHub.Contracts.Api;
using LedgerDatabase = IntegrationHub.Hub.Store.LedgerDatabase;

namespace IntegrationHub.Hub.Views;

/// <summary>The views of the ledger. Each answer comes from one read transaction, so that its numbers fit together.</summary>
public sealed class LedgerViews : IHubViews
{
    private readonly LedgerDatabase ledger;
    private readonly IReadOnlyList<RegisteredConnector> connectors;
    private readonly IEngineWatch engine;
    private readonly StartMark start;
    private readonly TimeProvider clock;
    private readonly StatusView status;

    public LedgerViews(
        LedgerDatabase ledger, IEnumerable<RegisteredConnector> connectors, IEngineWatch engine, StartMark start, TimeProvider clock)
    {
        (this.ledger, this.engine, this.start, this.clock) = (ledger, engine, start, clock);
        this.connectors = [.. connectors.OrderBy(c => c.Id, StringComparer.Ordinal)];
        status = new(this.connectors, start, ledger.Dialect);
    }

    /// <summary>Remembers where the ledger stands before the engine starts.</summary>
    public Task MarkStartAsync() => ReadAsync(db =>
    {
        start.Remember(StatusView.Totals(db));
        return true;
    });

    public Task<HubStatus> StatusAsync(CancellationToken cancellationToken) =>
        ReadAsync(db => status.Of(db, OnAllNodes(db)));

    public Task<HubActivity> ActivityAsync(CancellationToken cancellationToken) =>
        ReadAsync(db => status.Activity(db, OnAllNodes(db), clock.NowMicros()));

    public Task<IReadOnlyList<ConnectorView>> ConnectorsAsync(CancellationToken cancellationToken) =>
        ReadAsync(db => status.Connectors(db, OnAllNodes(db)));

    public Task<ConnectorDetail?> ConnectorAsync(string id, CancellationToken cancellationToken) =>
        ReadAsync(db => status.Connector(db, OnAllNodes(db), id));

    public Task<Page<RunView>> RunsAsync(string? connector, PageRequest page, CancellationToken cancellationToken) =>
        PageAsync(ViewsSql.Runs, Shapes.Run, r => r.Id, page, new { connector, after = page.After, limit = page.OneMore });

    public Task<RunDetail?> RunAsync(long id, CancellationToken cancellationToken) => ReadAsync(db =>
        db.One(ViewsSql.Run, Shapes.Run, new { id }) is not { } run
            ? null
            : new RunDetail(
                run,
                db.List(ViewsSql.Receipts, Shapes.Receipt, new { id }),
                db.One(ViewsSql.RunOutbox, Shapes.Outbox, new { id })!));

    public Task<RecordPage> RecordsAsync(RecordFilter filter, CancellationToken cancellationToken) => ReadAsync(db =>
    {
        var from = filter.Number ?? filter.Prefix ?? "";
        var to = filter.Number ?? $"{filter.Prefix}\uffff";
        var values = new { from, to, after = filter.After ?? "", limit = filter.Limit + 1 };
        var items = db.List(ViewsSql.Records, Shapes.Record, values);
        return items.Count > filter.Limit ? new RecordPage(items[..filter.Limit], items[filter.Limit - 1].Number) : new(items, null);
    });

    public Task<RecordTrace?> TraceAsync(string number, CancellationToken cancellationToken) => ReadAsync(db => TraceView.Of(db, ledger.Dialect, number));

    public Task<Page<QuarantineEntry>> QuarantineAsync(QuarantineFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var (connector, code, state) = filter;
        var values = new { connector, code, state, after = page.After ?? 0, limit = page.OneMore };
        return PageAsync(ViewsSql.Quarantine, Shapes.Quarantine, q => q.Id, page, values);
    }

    public Task<QuarantineDetail?> QuarantineAsync(long id, CancellationToken cancellationToken) => ReadAsync(db =>
        db.One(ViewsSql.QuarantineEntry, Shapes.QuarantineDetail, new { id }) is { } found
            ? found with { Source = Masking.Mask(Content(db, id), OpenOf(found.Entry.Connector)) }
            : null);

    public Task<Page<OutboxRow>> DeadAsync(DeadFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var (connector, fault) = filter;
        var values = new { connector, fault, after = page.After ?? 0, limit = page.OneMore };
        return PageAsync(ViewsSql.Dead, Shapes.OutboxRow, o => o.Id, page, values);
    }

    public Task<OutboxRow?> DeadAsync(long id, CancellationToken cancellationToken) => ReadAsync(db =>
        db.One(ViewsSql.DeadRow, Shapes.OutboxRow, new { id }) is { } row
            ? row with { Attempted = db.List(ledger.Dialect.Calls, Shapes.Attempt, new { id }) }
            : null);

    public Task<Page<ReconciliationView>> ReconciliationsAsync(PageRequest page, CancellationToken cancellationToken) =>
        PageAsync(ViewsSql.Reconciliations, Shapes.Reconciliation, r => r.Id, page, new { after = page.After, limit = page.OneMore });

    public Task<ReconciliationView?> ReconciliationAsync(long id, CancellationToken cancellationToken) =>
        ReadAsync(db => db.One(ViewsSql.Reconciliation, Shapes.Reconciliation, new { id }));

    public Task<Page<DifferenceView>> DifferencesAsync(long reconciliation, PageRequest page, CancellationToken cancellationToken)
    {
        var values = new { id = reconciliation, after = page.After ?? 0, limit = page.OneMore };
        return PageAsync(ViewsSql.Differences, Shapes.Difference, d => d.Id, page, values);
    }

    // Another node may be at it; only the ledger knows of all.
    private EngineState OnAllNodes(DbConnection db)
    {
        var here = engine.Now();
        return here with
        {
            Running = db.Query<string>(ViewsSql.Running).Concat(here.Running).ToHashSet(),
            Reconciling = here.Reconciling || db.ExecuteScalar<long>(ViewsSql.Reconciling) > 0,
        };
    }

    private static string Content(DbConnection db, long id) => db.ExecuteScalar<string>(ViewsSql.QuarantineContent, new { id })!;

    // Of a connector that is no longer configured nothing is open.
    private IReadOnlyList<string> OpenOf(string connector) => connectors.FirstOrDefault(c => c.Id == connector)?.Manifest.Open ?? [];

    private Task<Page<T>> PageAsync<T>(string sql, Func<Row, T> shape, Func<T, long> id, PageRequest page, object values) => ReadAsync(db =>
    {
        var items = db.List(sql, shape, values);
        return items.Count > page.Limit ? new Page<T>(items[..page.Limit], id(items[page.Limit - 1])) : new(items, null);
    });

    private Task<T> ReadAsync<T>(Func<DbConnection, T> read) => ledger.ReadAsync(read);
}
