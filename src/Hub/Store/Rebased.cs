namespace IntegrationHub.Hub.Store;

/// <summary>A dossier that no connector owns, on its new base.</summary>
/// <param name="Row">The row in its new form.</param>
/// <param name="Ours">Whether what stands at the target was written by this account.</param>
internal sealed record Rebased(PendingDossier Row, bool Ours);
