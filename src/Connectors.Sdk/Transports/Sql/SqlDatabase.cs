using System.Data.Common;
using System.Net;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>The database engines that the SQL transport speaks.</summary>
public enum SqlEngine
{
    /// <summary>A SQLite file.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server.</summary>
    Postgres,
}

/// <summary>A database of a source, reached so that nothing can be written to it. Making one does no I/O.</summary>
public sealed class SqlDatabase
{
    private readonly string connectionString;

    private SqlDatabase(SqlEngine engine, string connectionString, string where) =>
        (Engine, this.connectionString, Where) = (engine, connectionString, where);

    /// <summary>The engine.</summary>
    public SqlEngine Engine { get; }

    /// <summary>Where it is, for messages; without credentials.</summary>
    public string Where { get; }

    /// <summary>Asks the database for its own clock.</summary>
    internal string ClockQuery => Engine switch
    {
        SqlEngine.Sqlite => "select strftime('%Y-%m-%dT%H:%M:%fZ', 'now')",
        _ => "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')",
    };

    /// <summary>A SQLite file, opened read-only.</summary>
    /// <param name="path">The file; relative to the current folder.</param>
    /// <returns>The database.</returns>
    public static SqlDatabase Sqlite(string path)
    {
        // Pooled handles would outlive a file that its owner replaces.
        var builder = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        return new(SqlEngine.Sqlite, builder.ConnectionString, $"the file {path}");
    }

    /// <summary>A PostgreSQL database, in read-only sessions. A user with the right to read the view is enough.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <returns>The database.</returns>
    /// <exception cref="ArgumentException">It is no connection string of PostgreSQL.</exception>
    public static SqlDatabase Postgres(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "IntegrationHub", Timeout = 5 };
        builder.Options = $"{builder.Options} -c default_transaction_read_only=on".TrimStart();
        return new(SqlEngine.Postgres, builder.ConnectionString, $"{builder.Database} on {builder.Host}:{builder.Port}");
    }

    /// <summary>Whether a text is a connection string of PostgreSQL that names a host.</summary>
    /// <param name="connectionString">The text.</param>
    /// <returns>Whether it is one.</returns>
    public static bool IsPostgres(string? connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString).Host is { Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether nobody on the way can read or change what a connection carries: it stays on this machine, or is encrypted to a server
    /// whose certificate is checked (SSL Mode VerifyFull or VerifyCA).
    /// </summary>
    /// <param name="connectionString">A connection string of PostgreSQL.</param>
    /// <returns>Whether that is so for every host that it names.</returns>
    public static bool IsSafeOnTheWay(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        return builder.SslMode is SslMode.VerifyFull or SslMode.VerifyCA || Array.TrueForAll(builder.Host!.Split(','), IsHere);
    }

    private static bool IsHere(string host) => host.Trim() switch
    {
        ['/' or '@', ..] => true, // a Unix socket
        var name when IPAddress.TryParse(name, out var address) => IPAddress.IsLoopback(address),
        var name => Uri.TryCreate($"tcp://{name}", UriKind.Absolute, out var uri) && uri.IsLoopback,
    };

    /// <summary>
    /// Does what asks the database. The driver of SQLite blocks its thread, also while it waits for a lock: there it gets one of its own,
    /// for of the shared ones there are few, and other sources, callbacks and delivery need them.
    /// </summary>
    internal Task<T> UseAsync<T>(Func<Task<T>> work) => Engine == SqlEngine.Sqlite
        ? Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()
        : work();

    internal async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = Engine == SqlEngine.Sqlite
            ? new SqliteConnection(connectionString)
            : new NpgsqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
