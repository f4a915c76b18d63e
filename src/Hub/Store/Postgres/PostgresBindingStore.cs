namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>What the ledger is bound to, on PostgreSQL.</summary>
internal sealed class PostgresBindingStore(PostgresLedger ledger) : IBindingStore
{
    private const string Bound = "select value from ledger_value where name = 'target'";

    private const string Bind = "insert into ledger_value (name, value) values ('target', $1) on conflict do nothing";

    public Task<string?> BoundAsync(CancellationToken cancellationToken) => ledger.ScalarAsync<string>(Bound, cancellationToken);

    public async Task<string> BindAsync(string target, CancellationToken cancellationToken)
    {
        await ledger.RunAsync(Bind, cancellationToken, target);
        return (await BoundAsync(cancellationToken))!;
    }
}
