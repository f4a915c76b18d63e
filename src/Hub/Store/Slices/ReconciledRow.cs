namespace IntegrationHub.Hub.Store;

/// <summary>A difference in the log, and what became of it.</summary>
internal sealed record DifferenceRow(long Id, long Reconciliation, Difference Found, string Resolution);

/// <summary>What the totals of a reconciliation grow by.</summary>
internal sealed record ReconciledRow(long Id, int Differences, int Repairs);
