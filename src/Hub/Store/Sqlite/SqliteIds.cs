namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Numbers of one transaction: each table counts on from its last one.</summary>
internal sealed class SqliteIds(Statements sql) : IIds
{
    private readonly Dictionary<IdKind, long> last = [];

    public long Next(IdKind kind) => last[kind] = (last.TryGetValue(kind, out var id) ? id : Last(kind)) + 1;

    /// <summary>Writes how far the order of arrival has come; the tables know their own.</summary>
    public void Save()
    {
        if (last.TryGetValue(IdKind.Arrival, out var arrival))
            sql.Run(SliceSql.MoveArrival, arrival);
    }

    private long Last(IdKind kind) => kind switch
    {
        IdKind.Arrival => sql.Scalar<long>(SliceSql.LastArrival),
        IdKind.Event => sql.Scalar<long>(SliceSql.LastEvent),
        _ => sql.Scalar<long>(SliceSql.LastId, TableOf(kind)),
    };

    private static string TableOf(IdKind kind) => kind switch
    {
        IdKind.Outbox => "outbox",
        IdKind.Quarantine => "quarantine",
        IdKind.Run => "run",
        IdKind.Attempt => "attempt",
        IdKind.Reconciliation => "reconciliation",
        IdKind.Difference => "difference",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
