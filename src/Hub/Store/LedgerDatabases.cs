using IntegrationHub.Hub.Store.Postgres;
using IntegrationHub.Hub.Store.Sqlite;
using Npgsql;

namespace IntegrationHub.Hub.Store;

/// <summary>Which database a setting means.</summary>
public static class LedgerDatabases
{
    internal const string Sqlite = "sqlite:";
    internal const string Postgres = "postgres:";

    private const long MiB = 1 << 20;

    /// <summary>Makes the ledger that the settings name; opens nothing yet.</summary>
    public static LedgerDatabase Open(HubOptions options) => IsPostgres(options)
        ? new PostgresLedger(ConnectionOf(options))
        : new SqliteLedger(options.Store[Sqlite.Length..], options.LedgerQuotaMiB * MiB);

    /// <summary>The file of the ledger; null where it is not one.</summary>
    public static string? FileOf(HubOptions options) => IsPostgres(options) ? null : options.Store[Sqlite.Length..];

    /// <summary>How PostgreSQL is connected to, password included.</summary>
    internal static string ConnectionOf(HubOptions options) =>
        new NpgsqlConnectionStringBuilder(options.Store[Postgres.Length..]) { Password = options.StorePassword }.ConnectionString;

    internal static bool IsPostgres(HubOptions options) => options.Store.StartsWith(Postgres, StringComparison.Ordinal);

    /// <summary>What is wrong with the setting; null when nothing is.</summary>
    internal static string? Problem(string store, string? password)
    {
        if (store.StartsWith(Sqlite, StringComparison.Ordinal) && store.Length > Sqlite.Length)
            return password is null ? null : "has no password when it is SQLite; leave Hub:StorePassword out.";
        if (!store.StartsWith(Postgres, StringComparison.Ordinal))
            return $"'{store}' does not do: must be sqlite:PATH or postgres:CONNECTION, for example "
                + "postgres:Host=db.example;Database=hub;Username=hub;SSL Mode=VerifyFull.";
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(store[Postgres.Length..]);
            return connection switch
            {
                { Password: not null } => "a password is not written into settings; take it out and set Hub:StorePassword to env:NAME or file:PATH.",
                { Host: null or "" } or { Database: null or "" } or { Username: null or "" } =>
                    "needs Host, Database and Username after postgres:.",
                _ => null,
            };
        }
        catch (ArgumentException unknown)
        {
            return $"is no connection that Npgsql understands: {unknown.Message}";
        }
    }
}
