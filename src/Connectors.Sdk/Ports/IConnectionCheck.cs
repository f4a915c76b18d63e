namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// Ability <c>check</c>: tells whether the source can be reached with the given credentials and rights, without handing data on.
/// </summary>
public interface IConnectionCheck
{
    /// <summary>Tries the connection.</summary>
    /// <param name="cancellationToken">Ends the check.</param>
    /// <returns><see langword="null"/> when all is well, else the fault.</returns>
    Task<Fault?> CheckAsync(CancellationToken cancellationToken);
}
