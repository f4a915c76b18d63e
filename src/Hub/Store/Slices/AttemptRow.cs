namespace IntegrationHub.Hub.Store;

/// <summary>An attempt, recorded before its call.</summary>
internal sealed record AttemptRow(long Id, int Range, long Epoch, OutboxKind Kind, IReadOnlyList<long> Rows, long StartedAt);

/// <summary>The end of an attempt: <c>known</c>, or <c>abandoned</c>.</summary>
internal sealed record AttemptEnd(long Id, long EndedAt, string Outcome);
