using IntegrationHub.Hub.Map;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Model;

/// <summary>One store of the hub over one engine, driven by a seed: the same seed asks the same of every engine.</summary>
internal sealed class SeededStore
{
    private static readonly string[] Numbers = [.. Enumerable.Range(1, 6).Select(i => $"H40.13-260302-{i:0000}")];

    private readonly TestClock clock;
    private readonly ILedger ledger;
    private readonly CollectStore collect;
    private readonly DeliverStore deliver;
    private readonly ReconcileStore reconcile;
    private readonly OperatorStore operators;
    private readonly Source owner;
    private readonly Source other;
    private int steps;

    public SeededStore(
        TestHub hub, ILedger ledger, ICollectQueries collecting, IDeliverQueries delivering, IReconcileQueries reconciling, IOperatorQueries operating)
    {
        (clock, this.ledger) = (hub.Clock, ledger);
        collect = new(ledger, collecting, new("mapping"), new(HubOptions.DefaultBackoff), clock);
        deliver = new(ledger, delivering, clock);
        reconcile = new(ledger, reconciling, clock);
        operators = new(ledger, operating, clock);
        (owner, other) = (hub.Get<Sources>().Find("owner")!, hub.Get<Sources>().Find("other")!);
    }

    /// <summary>What the last step answered; the same on every engine.</summary>
    public string Answer { get; private set; } = "";

    public async Task StepAsync(int seed)
    {
        var dice = new Random(HashCode.Combine(seed, ++steps));
        Answer = dice.Next(8) switch
        {
            0 or 1 => $"{await CommitAsync(dice, owner, Whole)}",
            2 => $"{await CommitAsync(dice, other, Said)}",
            3 or 4 => await AttemptAsync(dice),
            5 => await ReleaseAsync(),
            6 => await ReconcileAsync(dice),
            _ => $"{await operators.ReviveAsync(new(), default)}",
        };
    }

    /// <summary>Everything a decision could see, as text; ids by their rank, for engines number with gaps.</summary>
    public Task<string> DumpAsync() => ledger.DecideAsync(
        new()
        {
            Numbers = Numbers,
            Deep = _ => true,
            Progress = Numbers,
            Stream = "owner",
            OpenOf = Numbers,
            Keys = [.. Enumerable.Range(0, 20).Select(i => $"k{i}")],
        },
        Dump,
        default);

    private static string Dump(Slice slice)
    {
        var rank = slice.Outbox.All.Select(row => row.Id).Order().Select((id, i) => (id, i)).ToDictionary();
        var arrival = slice.Events.All.Select(e => e.Arrival)
            .Concat(slice.Quarantine.All.Select(q => q.Arrival)).Concat(slice.Dossiers.All.Select(d => d.Arrival))
            .Distinct().Order().Select((place, i) => (place, (long)i)).ToDictionary();
        return string.Join('\n', (string[])
        [
            .. slice.Dossiers.All.OrderBy(d => d.Number, StringComparer.Ordinal).Select(d => $"{d with { Arrival = arrival[d.Arrival] }}"),
            .. slice.Packets.All.OrderBy(p => p.Number, StringComparer.Ordinal).Select(p => $"{p with { Sent = [] }} {p.SentText}"),
            .. slice.Events.All.Select(e => $"{e with { Id = 0, Arrival = arrival[e.Arrival] }}").Order(StringComparer.Ordinal),
            .. slice.Progress.All.Select(p => $"{p}").Order(StringComparer.Ordinal),
            .. slice.Outbox.All.OrderBy(o => o.Id).Select(o => $"{o with { Id = rank[o.Id], Run = 0 }}"),
            .. slice.Quarantine.All
                .Select(q => $"{q with { Id = 0, Run = 0, Arrival = arrival[q.Arrival] }}").Order(StringComparer.Ordinal),
            .. slice.Streams.All.Select(s => $"{s}"),
        ]);
    }

    private async Task<PageReceipt> CommitAsync(Random dice, Source source, Func<Random, SourceRecord, MapResult> map)
    {
        var run = await collect.BeginRunAsync(source.Id, Origins.Source, "test", default);
        var records = Enumerable.Range(0, dice.Next(1, 5))
            .Select(_ => new SourceRecord { Key = $"k{dice.Next(20)}", Time = Make.Day.AddMinutes(dice.Next(200)), Content = $"{dice.Next(50)}" })
            .Select(record => source.Name(record, "c"))
            .Select(record => new Judged(record, Judge(map(dice, record))))
            .ToList();
        var receipt = await collect.CommitPageAsync(
            new()
            {
                Run = run,
                PageNo = 1,
                Origin = Origins.Source,
                Source = source,
                Records = records,
                Bases = Numbers.ToDictionary(n => n, Base (n) => dice.Next(3) == 0
                    ? new Base.Absent() : new Base.Found(new(Make.Base(n), 1, "settlement", null))),
                ReadUpTo = Position.AtTime(Make.Day.AddMinutes(steps), "k"),
            },
            default);
        await collect.EndRunAsync(new(run, source.Id, Origins.Source, dice.Next(4) == 0 ? new Fault.Transient("t") : null), default);
        return receipt;
    }

    private static Verdict Judge(MapResult mapped) => mapped switch
    {
        MapResult.Mapped { Records: var records } => new Verdict.Sound([.. records.Select(PreparedRecord.From)]),
        MapResult.Rejected r => new Verdict.Refused(new(r.Code, r.Pointer, r.Message, r.Number)),
        _ => new Verdict.Ignored("nothing in it"),
    };

    private static MapResult Whole(Random dice, SourceRecord record)
    {
        var number = Numbers[dice.Next(4)];
        return dice.Next(6) switch
        {
            0 => Make.Rejected("bad")(record),
            1 => Make.DossierWithProgress(number, dice.Next(1, 3))(record),
            _ => Make.Dossier(
                number, dice.Next(2) == 0 ? DossierStatus.InProcess : DossierStatus.Processed, $"{dice.Next(3)}",
                TimeSpan.FromMinutes(dice.Next(100)))(record),
        };
    }

    private static MapResult Said(Random dice, SourceRecord record)
    {
        var number = Numbers[dice.Next(6)];
        return dice.Next(3) switch
        {
            0 => Make.Progress(number, dice.Next(4))(record),
            1 => new MapResult.Ignored("nothing"),
            _ => Make.Change(number, dice.Next(2) == 0 ? DossierStatus.InProcess : DossierStatus.Returned, TimeSpan.FromMinutes(dice.Next(100)))(record),
        };
    }

    private async Task<string> AttemptAsync(Random dice)
    {
        var said = new List<string>();
        clock.Advance(TimeSpan.FromSeconds(dice.Next(90)));
        foreach (var range in await deliver.DueRangesAsync(default))
        {
            var dossiers = await deliver.DueDossiersAsync(range, 10, default);
            await TryAsync(dice, range, dossiers, row => new Settled.DossierAcknowledged(row, row.Version, Written: true));
            var progress = await deliver.DueProgressAsync(range, 10, default);
            await TryAsync(dice, range, progress, row => new Settled.ProgressAcknowledged(row));
            said.Add($"{range}: {string.Join(',', dossiers.Select(d => $"{d.Number} {d.Version}"))} {string.Join(',', progress.Select(p => p.Hash))}");
        }

        if (dice.Next(5) == 0)
            await deliver.HurryAsync(default);
        return string.Join("; ", said);
    }

    private async Task TryAsync<T>(Random dice, int number, IReadOnlyList<T> rows, Func<T, Settled> done)
        where T : PendingRow
    {
        if (rows.Count == 0)
            return;
        var range = new DeliveryRange(number);
        var attempt = await deliver.OpenAttemptAsync(range, rows, default);
        if (dice.Next(6) == 0)
        {
            await deliver.AbandonAttemptsAsync(range, default);
            return;
        }

        var due = clock.GetUtcNow().AddMinutes(2);
        await deliver.CloseAttemptAsync(
            range, attempt.Id,
            [
                .. attempt.Rows.Select(row => dice.Next(6) switch
                {
                    0 => new Settled.Waits(row.Id, row.Number, due, dice.Next(2) == 0, Counted: true, new Fault.Transient("t")),
                    1 => new Settled.Died(row.Id, row.Number, new Fault.Rejected("1", "no")),
                    2 when row is PendingProgress => new Settled.Held(row.Id, row.Number, due, new Fault.OutOfOrder("not there")),
                    _ => done(row),
                }),
            ],
            default);
    }

    private async Task<string> ReleaseAsync()
    {
        clock.Advance(TimeSpan.FromMinutes(20));
        var due = await collect.DueQuarantineAsync(new([owner.Id, other.Id], new(), 0, 100), default);
        foreach (var entries in due.GroupBy(entry => entry.Connector))
        {
            var source = entries.Key == owner.Id ? owner : other;
            var run = await collect.BeginRunAsync(source.Id, Origins.Quarantine, "test", default);
            await collect.CommitPageAsync(
                new()
                {
                    Run = run,
                    PageNo = 1,
                    Origin = Origins.Quarantine,
                    Source = source,
                    Records = [.. entries.Select(e => new Judged(source.Name(e.Record, "c"), Again(e), e))],
                },
                default);
        }

        return string.Join(',', due.Select(entry => $"{entry.Record.Key} {entry.Record.Content} {entry.Attempts}"));
    }

    private static Verdict Again(QuarantineEntry entry) => entry.Record.Content.Length % 2 == 0
        ? new Verdict.Ignored("mended")
        : new Verdict.Refused(new("still-bad", "/y", "Mend it.", Numbers[0]));

    private async Task<string> ReconcileAsync(Random dice)
    {
        var id = await reconcile.BeginReconciliationAsync("test", default);
        var known = await reconcile.DossiersAsync(Numbers, withPackets: true, default);
        var differences = known.Values.OrderBy(d => d.Number, StringComparer.Ordinal).Where(_ => dice.Next(3) == 0).Select(d => new Difference
        {
            Number = d.Number,
            Connector = d.Connector,
            Kind = dice.Next(2) == 0 ? DifferenceKind.MissingInTarget : DifferenceKind.ProgressDiffers,
            LedgerVersion = d.Version,
            TargetProgress = [],
        }).ToList();
        await reconcile.AddDifferencesAsync(id, differences, repair: true, default);
        await reconcile.EndReconciliationAsync(id, new() { Mode = "digest" }, default);
        var buckets = await reconcile.BucketsAsync(default);
        return string.Join(';', known.Values.OrderBy(d => d.Number, StringComparer.Ordinal).Select(d => $"{d}"))
            + string.Join(';', buckets.Where(b => b.Value.Count > 0).OrderBy(b => b.Key).Select(b => $"{b.Key}={b.Value.Count},{b.Value.Digest}"));
    }
}
