namespace IntegrationHub.Hub.Store;

/// <summary>The counts of a page; they balance, or the store refuses them.</summary>
internal sealed record PageReceipt(int Read, int Unchanged, int Ignored, int Quarantined, int Accepted);
