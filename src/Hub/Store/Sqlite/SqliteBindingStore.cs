namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>What the ledger is bound to, on SQLite.</summary>
internal sealed class SqliteBindingStore(SqliteLedger ledger) : IBindingStore
{
    private const string Bound = "select value from ledger_value where name = 'target'";

    private const string Bind = "insert into ledger_value (name, value) values ('target', $1) on conflict do nothing";

    public Task<string?> BoundAsync(CancellationToken cancellationToken) => ledger.QueryAsync(sql => sql.Scalar<string>(Bound));

    public Task<string> BindAsync(string target, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            sql.Run(Bind, target);
            return sql.Scalar<string>(Bound)!;
        },
        cancellationToken);
}
