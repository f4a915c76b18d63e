namespace IntegrationHub.Bench.Ledgers;

/// <summary>Where the hub keeps its ledger, made anew for every run that begins with an empty one.</summary>
internal abstract class Ledger
{
    public const string Sqlite = "sqlite:";
    public const string Postgres = "postgres:";

    /// <summary>The hub's setting <c>Hub:Store</c>.</summary>
    public abstract string Setting { get; }

    /// <summary>What it is called in the report, without anything secret.</summary>
    public abstract string Kind { get; }

    /// <param name="store"><c>sqlite:PATH</c> or <c>postgres:CONNECTIONSTRING</c>.</param>
    public static Ledger Of(string store) => store switch
    {
        _ when store.StartsWith(Sqlite, StringComparison.Ordinal) => new SqliteLedger(Path.GetFullPath(store[Sqlite.Length..])),
        _ when store.StartsWith(Postgres, StringComparison.Ordinal) => new PostgresLedger(store[Postgres.Length..]),
        _ => throw new BenchException($"--store {store}: write sqlite:PATH or postgres:CONNECTIONSTRING."),
    };

    public abstract Task RenewAsync(CancellationToken cancellationToken);

    public abstract Task RemoveAsync(CancellationToken cancellationToken);

    public abstract Task<long> BytesAsync(CancellationToken cancellationToken);
}
