using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Store;

/// <summary>What operators change in the ledger.</summary>
internal sealed class OperatorStore(ILedger ledger, IOperatorQueries queries, TimeProvider clock)
{
    // A transaction that revives a hundred thousand rows would hold their dossiers for as long.
    private const int Together = 500;

    public Task PauseAsync(string connector, string reason, CancellationToken cancellationToken) =>
        ChangeAsync(connector, stream => stream with { PausedAt = clock.NowMicros(), PausedReason = reason }, cancellationToken);

    public Task ResumeAsync(string connector, CancellationToken cancellationToken) =>
        ChangeAsync(connector, stream => stream with { PausedAt = null, PausedReason = null }, cancellationToken);

    /// <summary>The state of an entry of quarantine; null when there is none.</summary>
    public Task<string?> QuarantineStateAsync(long id, CancellationToken cancellationToken) =>
        queries.QuarantineStateAsync(id, cancellationToken);

    /// <summary>Marks entries of quarantine as due now.</summary>
    public Task<int> AskAgainAsync(QuarantineSelection which, CancellationToken cancellationToken) =>
        queries.AskAgainAsync(which, clock.NowMicros(), cancellationToken);

    /// <summary>
    /// Turns dead rows back to pending;
    /// a dossier takes a new version, so that the ledger's present state is sent, never the row's old one.
    /// </summary>
    public async Task<int> ReviveAsync(DeadSelection which, CancellationToken cancellationToken)
    {
        var revived = 0;
        for (var after = 0L; ;)
        {
            var dead = await queries.DeadAsync(which, after, Together, cancellationToken);
            if (dead.Count == 0)
                return revived;
            after = dead[^1].Id;
            revived += await ledger.DecideAsync(
                new() { Numbers = [.. dead.Select(row => row.Number).Distinct()] },
                slice => dead.Count(row => Revive(slice, row.Id)),
                cancellationToken);
        }
    }

    /// <summary>Whether the outbox has a row, in whatever state.</summary>
    public Task<bool> HasRowAsync(long id, CancellationToken cancellationToken) => queries.HasRowAsync(id, cancellationToken);

    private bool Revive(Slice slice, long id)
    {
        if (slice.Outbox.Find(id) is not { IsDead: true } dead)
            return slice.Outbox.Find(id) is { IsPending: true };   // revived with its dossier, just before

        var now = clock.NowMicros();
        var version = 0L;
        if (dead.Kind is OutboxKind.Dossier)
        {
            var dossier = slice.Dossiers.Find(dead.Number)!;
            version = dossier.Version + 1;
            slice.Dossiers.Put(dossier with { Version = version });
            new OutboxWriter(slice, now).ReviveProgress(dead.Number);
        }

        slice.Note(dead, new OutboxEvent.Revived(now, version));
        return true;
    }

    private Task ChangeAsync(string connector, Func<StreamRow, StreamRow> change, CancellationToken cancellationToken) => ledger.DecideAsync(
        new() { Stream = connector },
        slice =>
        {
            slice.Streams.Put(change(slice.Streams.Find(connector) ?? new(connector)));
        },
        cancellationToken);
}
