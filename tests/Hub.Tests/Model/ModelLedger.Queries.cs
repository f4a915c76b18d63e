using System.Globalization;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Views;
using QuarantineEntry = IntegrationHub.Hub.Store.QuarantineEntry;
using StreamRow = IntegrationHub.Hub.Store.StreamRow;

namespace IntegrationHub.Hub.Tests.Model;

/// <content>What is asked outside a decision.</content>
internal sealed partial class ModelLedger
    : ICollectQueries, IDeliverQueries, IReconcileQueries, IOperatorQueries, IUpkeepQueries, ICallbackStore, IBindingStore
{
    private readonly List<(string Connector, JournaledCallback Callback)> journal = [];
    private readonly SortedDictionary<long, Findings?> reconciliations = [];
    private string? bound;

    public Task<StreamRow?> StreamAsync(string connector, CancellationToken cancellationToken) =>
        Task.FromResult(Streams.GetValueOrDefault(connector));

    Task<IReadOnlyDictionary<string, DossierRow>> ICollectQueries.DossiersAsync(
        IReadOnlyCollection<string> numbers, CancellationToken cancellationToken) => Answer<IReadOnlyDictionary<string, DossierRow>>(
        numbers.Distinct().Where(Dossiers.ContainsKey).ToDictionary(number => number, number => Dossiers[number]));

    public Task<IReadOnlyList<QuarantineEntry>> DueQuarantineAsync(DueEntries which, long now, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<QuarantineEntry>>(
        [
            .. Quarantine.Values
                .Where(q => q.IsOpen && q.DueAt <= now && q.Id > which.After && which.Connectors.Contains(q.Connector))
                .Where(q => Chosen(q, which.Selection))
                .Take(which.Limit)
                .Select(q => new QuarantineEntry(q.Id, q.Connector, Record(q), q.CorrelationId, q.Attempts) { Arrival = q.Arrival }),
        ]);

    public Task<int> ClosedQuarantineAsync(IReadOnlyCollection<long> entries, CancellationToken cancellationToken) =>
        Answer(entries.Count(id => Quarantine.TryGetValue(id, out var entry) && !entry.IsOpen));

    public Task<IReadOnlyList<int>> DueRangesAsync(long now, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<int>>([.. Due(now).Select(row => row.Range).Distinct().Order()]);

    public Task<IReadOnlyList<PendingDossier>> DueDossiersAsync(int range, long now, int limit, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<PendingDossier>>(
        [
            .. Due(now)
                .Where(row => row.Range == range && row.Kind is OutboxKind.Dossier)
                .OrderBy(row => row.DueAt)
                .Take(limit)
                .Select(row => Pending(row, Dossiers[row.Number])),
        ]);

    public Task<IReadOnlyList<PendingProgress>> DueProgressAsync(int range, long now, int limit, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<PendingProgress>>(
        [
            .. Due(now)
                .Where(row => row.Range == range && row.Kind is OutboxKind.Progress && !MustWait(row, now))
                .Take(limit)
                .Select(Pending),
        ]);

    public Task<IReadOnlyList<OpenAttempt>> OpenAttemptsAsync(int range, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<OpenAttempt>>(
        [
            .. from attempt in Attempts.Values
               where attempt.Outcome is null && attempt.Row.Range == range
               select new OpenAttempt(
                   attempt.Row.Id,
                   [.. attempt.Row.Rows.Select(id => Outbox[id]).Where(row => row.Kind is OutboxKind.Dossier).Select(row => row.Number)]),
        ]);

    public Task HurryAsync(long now, long moment, CancellationToken cancellationToken)
    {
        foreach (var row in Outbox.Values.Where(r => r.IsPending && r.DueAt > moment && Unanswered(r.Fault)).ToList())
            Outbox[row.Id] = row with { DueAt = now };
        foreach (var row in Outbox.Values.Where(r => r.IsPending && r.DueAt > moment && r.Fault is null).ToList())
            Outbox[row.Id] = row with { DueAt = Math.Max(now, WaitsOf(row.Number)) };
        return Task.CompletedTask;
    }

    public Task<long> BeginAsync(string trigger, long now, CancellationToken cancellationToken)
    {
        var id = ids.Next(IdKind.Reconciliation);
        reconciliations.Add(id, null);
        return Answer(id);
    }

    public Task<IReadOnlyDictionary<int, (long Count, Hash256 Digest)>> BucketsAsync(CancellationToken cancellationToken) =>
        Answer<IReadOnlyDictionary<int, (long, Hash256)>>(Buckets.Where(b => b.Value.Count > 0).ToDictionary(b => b.Key, b => b.Value));

    public Task<IReadOnlyList<LedgerDossier>> BucketAsync(int prefix, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<LedgerDossier>>([.. Written().Where(row => row.Prefix == prefix).Select(row => Of(row, withPacket: false))]);

    public Task<IReadOnlyList<string>> NumbersAsync(string after, int limit, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<string>>([.. Written().Select(row => row.Number).Where(n => string.CompareOrdinal(n, after) > 0).Take(limit)]);

    public Task<IReadOnlyList<LedgerDossier>> DossiersAsync(
        IReadOnlyCollection<string> numbers, bool withPackets, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<LedgerDossier>>(
            [.. numbers.Distinct().Where(Dossiers.ContainsKey).Select(number => Of(Dossiers[number], withPackets))]);

    public Task EndAsync(long reconciliation, Findings findings, long now, CancellationToken cancellationToken)
    {
        reconciliations[reconciliation] = findings;
        return Task.CompletedTask;
    }

    public Task<string?> QuarantineStateAsync(long id, CancellationToken cancellationToken) =>
        Answer(Quarantine.GetValueOrDefault(id)?.State);

    public Task<int> AskAgainAsync(QuarantineSelection which, long now, CancellationToken cancellationToken) =>
        Answer(Change(Quarantine.Values.Where(q => q.IsOpen && Chosen(q, which)), q => q with { DueAt = now }));

    public Task<IReadOnlyList<(long Id, string Number)>> DeadAsync(
        DeadSelection which, long after, int limit, CancellationToken cancellationToken) => Answer<IReadOnlyList<(long, string)>>(
        [
            .. Outbox.Values
                .Where(r => r.IsDead && r.Id > after && (which.Id is null || which.Id == r.Id))
                .Where(r => (which.Connector is null || which.Connector == r.Connector) && (which.Fault is null || which.Fault == r.Fault))
                .Take(limit)
                .Select(r => (r.Id, r.Number)),
        ]);

    public Task<bool> HasRowAsync(long id, CancellationToken cancellationToken) => Answer(Outbox.ContainsKey(id));

    public Task<int> AbandonRunsAsync(string connector, long now, CancellationToken cancellationToken)
    {
        var running = Runs.Values.Where(run => run.Row.Connector == connector && run.State == "running").ToList();
        foreach (var run in running)
            Runs[run.Row.Id] = run with { State = "abandoned" };
        return Answer(running.Count);
    }

    public Task<int> AbandonReconciliationsAsync(string owner, long now, CancellationToken cancellationToken)
    {
        if (IsHeldByAnother(Hub.Leases.Resources.Reconciliation, owner))
            return Answer(0);
        var open = reconciliations.Where(r => r.Value is null).Select(r => r.Key).ToList();
        foreach (var id in open)
            reconciliations[id] = new() { Fault = new Fault.Transient("The server stopped.") };
        return Answer(open.Count);
    }

    public Task<IReadOnlyList<WatchedStream>> WatchAsync(IReadOnlyCollection<string> connectors, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<WatchedStream>>([.. connectors.Select(Watched)]);

    public Task<int> RetryWhatOthersRefusedAsync(string fingerprint, long now, CancellationToken cancellationToken) =>
        Answer(Change(Quarantine.Values.Where(q => q.IsOpen && q.Fingerprint != fingerprint), q => q with { DueAt = now }));

    public Task AppendAsync(IReadOnlyList<Arrival> callbacks, long now)
    {
        foreach (var (connector, entry) in callbacks)
            journal.Add((connector, new(journal.Count + 1, entry)));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<JournaledCallback>> ReadAsync(string connector, long after, int limit, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<JournaledCallback>>(
            [.. journal.Where(j => j.Connector == connector && j.Callback.Sequence > after).Take(limit).Select(j => j.Callback)]);

    public Task<string?> BoundAsync(CancellationToken cancellationToken) => Answer(bound);

    public Task<string> BindAsync(string target, CancellationToken cancellationToken) => Answer(bound ??= target);

    private IEnumerable<OutboxRow> Due(long now) => Outbox.Values.Where(row => row.IsPending && row.DueAt <= now);

    private bool MustWait(OutboxRow row, long now) => Outbox.Values.Any(other =>
        other.IsPending && other.Number == row.Number
        && (other.Kind is OutboxKind.Dossier || (other.Id < row.Id && other.DueAt > now)));

    private static bool Unanswered(string? fault) => fault is "Transient" or "UnknownOutcome" or "AuthExpired";

    private long WaitsOf(string number) => Outbox.Values
        .Where(row => row.IsPending && row.Number == number && row.Fault is not null).Select(row => row.DueAt).DefaultIfEmpty().Max();

    private PendingProgress Pending(OutboxRow row) => new()
    {
        Id = row.Id,
        Number = row.Number,
        Attempts = row.Attempts,
        Row = Progress[(row.Number, row.RowHash!.Value)].Row,
        Hash = row.RowHash!.Value,
    };

    private PendingDossier Pending(OutboxRow row, DossierRow dossier) => new()
    {
        Id = row.Id,
        Number = row.Number,
        Version = row.Version,
        Attempts = row.Attempts,
        QueryFirst = row.QueryFirst,
        Packet = Packets[row.Number].Packet,
        Hash = dossier.PacketHash,
        Owned = dossier.Owner is not null,
        Tag = dossier.Tag,
        AckedBefore = dossier.AckedVersion is not null,
    };

    private IEnumerable<DossierRow> Written() => Dossiers.Values.Where(row => row.Written).OrderBy(row => row.Number, StringComparer.Ordinal);

    private LedgerDossier Of(DossierRow row, bool withPacket) => new()
    {
        Number = row.Number,
        Connector = row.Tag,
        Owned = row.Owner is not null,
        Version = row.AckedVersion ?? row.Version,
        Hash = row.AckedHash ?? row.PacketHash,
        Status = row.Status.ToString(CultureInfo.InvariantCulture),
        ProgressCount = row.ProgressCount,
        ProgressDigest = row.ProgressDigest,
        Written = row.Written,
        Moving = Outbox.Values.Any(o => o.Number == row.Number && o.IsPending),
        Dead = Outbox.Values.Any(o => o.Number == row.Number && o.Kind is OutboxKind.Dossier && o.IsDead),
        Packet = withPacket ? Packets[row.Number].Packet : null,
    };

    private WatchedStream Watched(string connector)
    {
        var stream = Streams.GetValueOrDefault(connector);
        var read = stream?.Watermark is { } mark && mark.StartsWith("s|", StringComparison.Ordinal)
            ? long.Parse(mark[2..], CultureInfo.InvariantCulture) : 0;
        var last = Runs.Values.LastOrDefault(run => run.Row.Connector == connector && run.Row.Origin == Origins.Source);
        return new(
            connector, stream?.PausedAt is not null, last is null ? null : Clock.FromMicros(last.Row.StartedAt),
            journal.Any(j => j.Connector == connector && j.Callback.Sequence > read));
    }

    private int Change(IEnumerable<QuarantineRow> which, Func<QuarantineRow, QuarantineRow> change)
    {
        var entries = which.ToList();
        foreach (var entry in entries)
            Quarantine[entry.Id] = change(entry);
        return entries.Count;
    }

    private static bool Chosen(QuarantineRow entry, QuarantineSelection which) =>
        (which.Id is null || which.Id == entry.Id) && (which.Connector is null || which.Connector == entry.Connector)
        && (which.Code is null || which.Code == entry.Code);

    private static SourceRecord Record(QuarantineRow entry) => new()
    {
        Key = entry.Key,
        Time = entry.Time is { } micros ? Clock.FromMicros(micros) : null,
        Content = entry.Content,
    };

    private static Task<T> Answer<T>(T value) => Task.FromResult(value);
}
