using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>The settlement system as the hub's target.</summary>
internal sealed class SettlementTarget(SettlementSession sessions, SettlementReader reader, SettlementWriter writer) : ITarget
{
    private static readonly Task<IReadOnlyList<Fault?>> Nothing = Task.FromResult<IReadOnlyList<Fault?>>([]);

    /// <inheritdoc/>
    public async Task<Outcome<TargetCapabilities>> CapabilitiesAsync(CancellationToken cancellationToken)
    {
        var opened = await sessions.GetAsync(cancellationToken);
        return opened.Succeeded(out var session, out var fault) ? session.Capabilities : fault;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Fault?>> SendDossiersAsync(IReadOnlyList<DossierItem> items, CancellationToken cancellationToken) =>
        items.Count == 0 ? Nothing : writer.DossiersAsync(items, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Fault?>> SendProgressAsync(IReadOnlyList<ProgressItem> items, CancellationToken cancellationToken) =>
        items.Count == 0 ? Nothing : writer.ProgressAsync(items, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Outcome<TargetDossier?>>> QueryAsync(
        IReadOnlyList<string> numbers, bool withProgress, CancellationToken cancellationToken) =>
        numbers.Count == 0
            ? Task.FromResult<IReadOnlyList<Outcome<TargetDossier?>>>([])
            : reader.QueryAsync(numbers, withProgress, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome<IReadOnlyList<BucketDigest>>> DigestAsync(string prefix, CancellationToken cancellationToken) =>
        reader.DigestAsync(prefix, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome<IReadOnlyList<DossierDigest>>> ListAsync(
        string prefix, string after, int count, CancellationToken cancellationToken) =>
        reader.ListAsync(prefix, after, count, cancellationToken);

    /// <inheritdoc/>
    public void Reset() => sessions.Reset();
}
