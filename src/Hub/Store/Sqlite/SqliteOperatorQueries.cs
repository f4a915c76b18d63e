using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>What operators ask, on SQLite.</summary>
internal sealed class SqliteOperatorQueries(SqliteLedger ledger) : IOperatorQueries
{
    private const string State = "select state from quarantine where id = $1";

    private const string AskAgain = """
        update quarantine set due_at = $4
        where state = 'open' and ($1 is null or id = $1) and ($2 is null or connector = $2) and ($3 is null or code = $3)
        """;

    private const string Dead = """
        select id, number from outbox
        where state = 3 and ($1 is null or id = $1) and ($2 is null or connector = $2) and ($3 is null or fault = $3) and id > $4
        order by id limit $5
        """;

    private const string HasRow = "select count(*) from outbox where id = $1";

    public Task<string?> QuarantineStateAsync(long id, CancellationToken cancellationToken) =>
        ledger.QueryAsync(sql => sql.Scalar<string>(State, id));

    public Task<int> AskAgainAsync(QuarantineSelection which, long now, CancellationToken cancellationToken) =>
        ledger.WriteAsync(sql => sql.Run(AskAgain, which.Id, which.Connector, which.Code, now), cancellationToken);

    public Task<IReadOnlyList<(long Id, string Number)>> DeadAsync(
        DeadSelection which, long after, int limit, CancellationToken cancellationToken) =>
        ledger.QueryAsync<IReadOnlyList<(long, string)>>(sql => sql.All(
            Dead, r => (r.GetInt64(0), r.GetString(1)), which.Id, which.Connector, which.Fault, after, limit));

    public Task<bool> HasRowAsync(long id, CancellationToken cancellationToken) =>
        ledger.QueryAsync(sql => sql.Scalar<long>(HasRow, id) > 0);
}
