using IntegrationHub.Bench.Ledgers;

namespace IntegrationHub.Bench.Processes;

/// <summary>Source and target as they run during all runs, and the ledger; hubs come and go.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private readonly Options options;
    private readonly Ledger? ledger;

    private Rig(Options options, SourceProcess source, TargetProcess target, Ledger? ledger) =>
        (this.options, Source, Target, this.ledger) = (options, source, target, ledger);

    public SourceProcess Source { get; }

    public TargetProcess Target { get; }

    public Ledger Ledger => ledger ?? throw new InvalidOperationException("This stage has no ledger.");

    public static async Task<Rig> StartAsync(Options options, CancellationToken cancellationToken)
    {
        var ledger = options is { NeedsStore: true, Store: { } store } ? Ledger.Of(store) : null;
        var source = await SourceProcess.StartAsync(options.Dossiers, cancellationToken);
        try
        {
            var delay = TimeSpan.FromMilliseconds(options.TargetDelay);
            return new(options, source, await TargetProcess.StartAsync(new(options.TargetBatch, delay), cancellationToken), ledger);
        }
        catch
        {
            await source.DisposeAsync();
            throw;
        }
    }

    /// <summary>Empties ledger and target, and lets the target take dossiers or not.</summary>
    public async Task RenewAsync(bool targetIsOpen, CancellationToken cancellationToken)
    {
        await Ledger.RenewAsync(cancellationToken);
        await Target.ClearAsync(cancellationToken);
        await (targetIsOpen ? Target.OpenAsync(cancellationToken) : Target.ShutAsync(cancellationToken));
    }

    public Task<HubProcess> StartHubAsync(CancellationToken cancellationToken) =>
        HubProcess.StartAsync(Source, Target, Ledger, options.Workers, cancellationToken);

    public Work Worked(HubProcess? hub = null) => new(hub?.Worked ?? default, Source.Worked, Target.Worked);

    public async ValueTask DisposeAsync()
    {
        await Target.DisposeAsync();
        await Source.DisposeAsync();
        if (ledger is not null)
            await ledger.RemoveAsync(CancellationToken.None);
    }
}
