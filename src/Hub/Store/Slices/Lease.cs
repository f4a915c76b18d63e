namespace IntegrationHub.Hub.Store;

/// <summary>The right to work on a resource, until somebody else has taken it.</summary>
/// <param name="Resource">What it is for.</param>
/// <param name="Owner">The process that holds it.</param>
/// <param name="Epoch">Rises each time it changes hands; written with what is done under it.</param>
internal sealed record Lease(string Resource, string Owner, long Epoch);
