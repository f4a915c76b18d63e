namespace IntegrationHub.Hub.Store;

/// <summary>What the ledger is bound to.</summary>
internal interface IBindingStore
{
    /// <summary>The target that the ledger is bound to; null before it has met an extended one.</summary>
    Task<string?> BoundAsync(CancellationToken cancellationToken);

    /// <summary>Binds the ledger, unless it is bound already.</summary>
    /// <returns>The target that it is bound to.</returns>
    Task<string> BindAsync(string target, CancellationToken cancellationToken);
}
