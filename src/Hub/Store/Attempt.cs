namespace IntegrationHub.Hub.Store;

/// <summary>An attempt, written before its calls.</summary>
internal sealed record Attempt<T>(long Id, IReadOnlyList<T> Rows);
