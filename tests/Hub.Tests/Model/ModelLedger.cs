using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Model;

/// <summary>
/// The ledger as plain tables in memory: what the engines are held against, and what the simulation runs on when it is to be fast. It
/// says what a decision on a slice means, in the fewest words, and keeps the same rules as the schemas: keys, checks, fencing.
/// </summary>
internal sealed partial class ModelLedger(TimeProvider clock) : ILedger
{
    private readonly ModelIds ids = new();

    public Dictionary<string, DossierRow> Dossiers { get; } = [];

    public Dictionary<string, DossierPackets> Packets { get; } = [];

    public SortedDictionary<long, EventRow> Events { get; } = [];

    public Dictionary<(string Number, Hash256 Hash), ProgressRow> Progress { get; } = [];

    public SortedDictionary<long, OutboxRow> Outbox { get; } = [];

    public SortedDictionary<long, QuarantineRow> Quarantine { get; } = [];

    public Dictionary<string, StreamRow> Streams { get; } = [];

    public SortedDictionary<long, ModelRun> Runs { get; } = [];

    public Dictionary<(long Run, int Page), ReceiptRow> Receipts { get; } = [];

    public SortedDictionary<long, ModelAttempt> Attempts { get; } = [];

    public SortedDictionary<int, (long Count, Hash256 Digest)> Buckets { get; } = [];

    public List<DifferenceRow> Differences { get; } = [];

    public Task<T> DecideAsync<T>(Need need, Func<Slice, T> decide, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (need.Lease is { } lease && !Holds(lease))
            throw new LeaseLostException(lease);

        var slice = Load(need);
        var decided = decide(slice);
        Save(slice);
        return Task.FromResult(decided);
    }

    private Slice Load(Need need)
    {
        var slice = new Slice(need, ids);
        foreach (var number in need.Numbers)
            if (Dossiers.TryGetValue(number, out var row))
                LoadDossier(slice, row, need.Deep(row));
        var withProgress = need.Progress.ToHashSet();
        foreach (var row in Progress.Values.Where(row => withProgress.Contains(row.Number)))
            slice.Progress.Load(row with { Row = "" });
        foreach (var id in need.Rows)
            if (Outbox.TryGetValue(id, out var row) && IsOpen(row))
                slice.Outbox.Load(row);
        LoadQuarantine(slice, need);
        if (need.Stream is { } connector && Streams.TryGetValue(connector, out var stream))
            slice.Streams.Load(stream);
        return slice;
    }

    private void LoadDossier(Slice slice, DossierRow row, bool deep)
    {
        slice.Dossiers.Load(row);
        foreach (var open in Outbox.Values.Where(o => o.Number == row.Number && IsOpen(o)))
            slice.Outbox.Load(open);
        if (!deep)
            return;
        slice.Packets.Load(Packets[row.Number]);
        foreach (var e in Events.Values.Where(e => e.Number == row.Number))
            slice.Events.Load(e);
    }

    private void LoadQuarantine(Slice slice, Need need)
    {
        if (Quarantine.Count == 0)
            return;
        var (entries, keys, numbers) = (need.Entries.ToHashSet(), need.Keys.ToHashSet(), need.OpenOf.ToHashSet());
        foreach (var entry in Quarantine.Values)
            if (entries.Contains(entry.Id)
                || (entry.Connector == need.Stream && keys.Contains(entry.Key))
                || (entry.IsOpen && entry.Number is { } number && numbers.Contains(number)))
                slice.Quarantine.Load(entry with { Content = "" });
    }

    private void Save(Slice slice)
    {
        Require(slice);
        foreach (var row in slice.Dossiers.Added.Concat(slice.Dossiers.Changed))
            Dossiers[row.Number] = row;
        foreach (var row in slice.Packets.Added.Concat(slice.Packets.Changed))
            Packets[row.Number] = row;
        foreach (var row in slice.Events.Removed)
            Events.Remove(row.Id);
        foreach (var row in slice.Events.Added.Concat(slice.Events.Changed))
            Events[row.Id] = row;
        foreach (var row in slice.Progress.Added)
            Progress.Add((row.Number, row.Hash), row);
        foreach (var row in slice.Progress.Changed)
            Progress[(row.Number, row.Hash)] = row with { Row = Progress[(row.Number, row.Hash)].Row };
        foreach (var row in slice.Outbox.Added.Concat(slice.Outbox.Changed))
            Outbox[row.Id] = row;
        foreach (var row in slice.Quarantine.Added)
            Quarantine.Add(row.Id, row);
        foreach (var row in slice.Quarantine.Changed)
            Quarantine[row.Id] = row with { Content = Quarantine[row.Id].Content };
        foreach (var row in slice.Streams.Added.Concat(slice.Streams.Changed))
            Streams[row.Connector] = row;
        SaveLog(slice);
    }

    private void SaveLog(Slice slice)
    {
        foreach (var run in slice.Runs)
            Runs.Add(run.Id, new(run, run.State));
        foreach (var end in slice.RunEnds)
            Runs[end.Id] = Runs[end.Id] with { State = end.State };
        foreach (var receipt in slice.Receipts)
            Receipts.Add((receipt.Run, receipt.PageNo), receipt);
        foreach (var attempt in slice.Attempts)
            Attempts.Add(attempt.Id, new(attempt, null));
        foreach (var end in slice.AttemptEnds)
            Attempts[end.Id] = Attempts[end.Id] with { Outcome = end.Outcome };
        Differences.AddRange(slice.Differences);
        foreach (var (prefix, move) in slice.Buckets)
        {
            var (count, digest) = Buckets.GetValueOrDefault(prefix);
            Buckets[prefix] = (count + move.Count, digest ^ move.Digest);
        }
    }

    // What the schemas demand; nothing is written when it is not met.
    private void Require(Slice slice)
    {
        if (slice.Dossiers.Added.Any(row => Dossiers.ContainsKey(row.Number))
            || slice.Progress.Added.Any(row => Progress.ContainsKey((row.Number, row.Hash)))
            || slice.Quarantine.Added.Any(row => Quarantine.Values.Any(entry =>
                entry.Connector == row.Connector && entry.Key == row.Key && entry.ContentHash == row.ContentHash)))
            throw new LedgerConflictException();
        foreach (var (row, packets) in slice.Dossiers.Added.Select(row => (row, slice.Packets.Find(row.Number))))
            if (packets is null)
                throw new InvalidOperationException($"Dossier {row.Number} was added without a packet.");
        foreach (var receipt in slice.Receipts)
            if (receipt.Counts is var (read, unchanged, ignored, quarantined, accepted) && read != unchanged + ignored + quarantined + accepted)
                throw new InvalidOperationException($"The receipt of run {receipt.Run} does not add up.");
    }

    private static bool IsOpen(OutboxRow row) => row.IsPending || row.IsDead;

    private sealed class ModelIds : IIds
    {
        private readonly Dictionary<IdKind, long> last = [];

        public long Next(IdKind kind) => last[kind] = last.GetValueOrDefault(kind) + 1;
    }
}

/// <summary>A run, and how it stands.</summary>
internal sealed record ModelRun(RunRow Row, string State);

/// <summary>An attempt, and how it ended; null while it is open.</summary>
internal sealed record ModelAttempt(AttemptRow Row, string? Outcome);
