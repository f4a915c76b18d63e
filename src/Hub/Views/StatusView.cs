using System.Data.Common;
using System.Diagnostics;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Hub.Views;

/// <summary>Puts the first screen together: ledger, engine and manifests.</summary>
internal sealed class StatusView(IReadOnlyList<RegisteredConnector> registered, StartMark start, ViewsDialect dialect)
{
    private const int LastRuns = 10;

    public static IReadOnlyList<ConnectorTotals> Totals(DbConnection db) => db.List(ViewsSql.Totals, Shapes.Totals);

    public HubActivity Activity(DbConnection db, EngineState engine, long now) => db.One(
        dialect.Activity,
        row =>
        {
            var (pending, due) = (row.Long("pending"), row.Long("due"));
            var (waiting, unread) = (row.Long("quarantine_waiting"), row.Long("callbacks_unread"));
            var idle = pending == 0 && waiting == 0 && unread == 0 && engine.Running.Count == 0 && !engine.Reconciling;
            return new HubActivity(
                pending, due, pending - due, engine.Running.Count, engine.Reconciling, row.Long("quarantine_open"), waiting, unread, idle);
        },
        new { now, connectors = System.Text.Json.JsonSerializer.Serialize(registered.Select(c => c.Id)) })!;

    public HubStatus Of(DbConnection db, EngineState engine)
    {
        var connectors = Connectors(db, engine);
        var totals = Known(Totals(db));
        var health = Health.Count(connectors);
        var balanced = totals.All(t => t.Balanced);
        var last = db.One(ViewsSql.LastReconciliation, Shapes.Reconciliation);
        return new()
        {
            Version = start.Version,
            StartedAt = start.At,
            UptimeSeconds = Math.Round(start.Age.TotalSeconds, 1),
            Sentence = Headline.Say(Headline.Of(health, balanced, engine.Target.State, last, engine.Reconciling), Headline.English),
            Health = health,
            Balanced = balanced,
            Connectors = totals,
            SinceStart = start.Since(totals),
            Target = engine.Target,
            LastReconciliation = last,
            Reconciling = engine.Reconciling,
            Stages = engine.Stages,
            PeakMemoryMiB = PeakMemoryMiB(),
            QuarantineCauses = db.List(ViewsSql.QuarantineCauses, Shapes.Cause),
            DeadCauses = db.List(ViewsSql.DeadCauses, Shapes.Cause),
        };
    }

    public IReadOnlyList<ConnectorView> Connectors(DbConnection db, EngineState engine)
    {
        var totals = Totals(db).ToDictionary(t => t.Id);
        var streams = Streams(db);
        var open = db.List(ViewsSql.QuarantineCauses, Shapes.Cause).ToLookup(c => c.Connector, c => c.Count);
        return
        [
            .. from c in registered
               select View(c, streams.GetValueOrDefault(c.Id), totals.GetValueOrDefault(c.Id) ?? None(c.Id), open[c.Id].Sum(), engine),
        ];
    }

    public ConnectorDetail? Connector(DbConnection db, EngineState engine, string id)
    {
        if (registered.FirstOrDefault(c => c.Id == id) is not { } connector)
            return null;

        var manifest = connector.Manifest;
        return new()
        {
            Connector = Connectors(db, engine).Single(c => c.Id == id),
            Pattern = manifest.Pattern,
            Stream = manifest.Stream,
            Cursor = manifest.Cursor,
            LagSeconds = manifest.Lag.TotalSeconds,
            Produces = manifest.Produces,
            Owns = manifest.Owns,
            ContractVersion = manifest.ContractVersion,
            DataClasses = manifest.DataClasses,
            Abilities = manifest.Abilities,
            Position = Streams(db).GetValueOrDefault(id)?.Position,
            Problems = [.. connector.Problems.Select(p => new SettingProblemView(p.Path, p.Message))],
            LastRuns = db.List(ViewsSql.Runs, Shapes.Run, new { connector = id, after = (long?)null, limit = LastRuns }),
        };
    }

    // A connector that has done nothing yet has its line too; one that is no longer configured keeps its own.
    private IReadOnlyList<ConnectorTotals> Known(IReadOnlyList<ConnectorTotals> totals) =>
        [.. totals.UnionBy(registered.Select(c => None(c.Id)), t => t.Id).OrderBy(t => t.Id, StringComparer.Ordinal)];

    private static ConnectorView View(
        RegisteredConnector connector, StreamRow? stream, ConnectorTotals totals, long open, EngineState engine)
    {
        var condition = Health.Of(connector, stream, totals, open, engine.Running.Contains(connector.Id));
        return new()
        {
            Id = connector.Id,
            Title = connector.Manifest.Title,
            TitleVi = connector.Manifest.TitleVi,
            Owner = connector.Manifest.Owner,
            Health = condition.Health,
            Cause = condition.Cause,
            Reason = condition.Reason,
            Schedule = connector.Schedule,
            Watermark = stream?.Watermark,
            LastReadAt = stream?.ReadAt,
            Failures = stream?.Failures ?? 0,
            QuarantineOpen = open,
            Totals = totals,
        };
    }

    private static Dictionary<string, StreamRow> Streams(DbConnection db) =>
        db.List(ViewsSql.Streams, StreamRow.From).ToDictionary(s => s.Connector);

    private static ConnectorTotals None(string id) => new(id, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static double PeakMemoryMiB()
    {
        using var process = Process.GetCurrentProcess();
        return Math.Round(process.PeakWorkingSet64 / 1048576.0, 1);
    }
}
