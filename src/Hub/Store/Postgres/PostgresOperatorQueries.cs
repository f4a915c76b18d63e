using IntegrationHub.Hub.Views;
using static IntegrationHub.Hub.Store.Postgres.PostgresQueries;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>What operators ask, on PostgreSQL.</summary>
internal sealed class PostgresOperatorQueries(PostgresLedger ledger) : IOperatorQueries
{
    private const string State = "select state from quarantine where id = $1";

    private const string AskAgain = """
        update quarantine set due_at = $4
        where state = 'open' and (id = $1 or $1 is null) and (connector = $2 or $2 is null) and (code = $3 or $3 is null)
        """;

    private const string Dead = """
        select id, number from outbox
        where state = 3 and (id = $1 or $1 is null) and (connector = $2 or $2 is null) and (fault = $3 or $3 is null) and id > $4
        order by id limit $5
        """;

    private const string HasRow = "select count(*) from outbox where id = $1";

    public Task<string?> QuarantineStateAsync(long id, CancellationToken cancellationToken) =>
        ledger.ScalarAsync<string>(State, cancellationToken, id);

    public Task<int> AskAgainAsync(QuarantineSelection which, long now, CancellationToken cancellationToken) =>
        ledger.RunAsync(AskAgain, cancellationToken, OrNull(which.Id), OrNull(which.Connector), OrNull(which.Code), now);

    public Task<IReadOnlyList<(long Id, string Number)>> DeadAsync(
        DeadSelection which, long after, int limit, CancellationToken cancellationToken) => ledger.AllAsync(
        Dead, reader => (reader.GetInt64(0), reader.GetString(1)), cancellationToken,
        OrNull(which.Id), OrNull(which.Connector), OrNull(which.Fault), after, limit);

    public async Task<bool> HasRowAsync(long id, CancellationToken cancellationToken) =>
        await ledger.ScalarAsync<long>(HasRow, cancellationToken, id) > 0;
}
