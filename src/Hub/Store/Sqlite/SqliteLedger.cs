using Dapper;
using DbUp;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>
/// The SQLite ledger: WAL, <c>synchronous=FULL</c>, one writer. The driver's calls block, so a write holds the gate and the
/// thread until it is durable; readers have connections of their own and never wait for the writer.
/// </summary>
public sealed class SqliteLedger : IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private readonly string path;
    private SqliteConnection? writer;
    private Statements? statements;

    /// <summary>Makes the ledger; opens nothing yet.</summary>
    /// <param name="path">The database file.</param>
    public SqliteLedger(string path) => this.path = System.IO.Path.GetFullPath(path);

    /// <summary>The database file.</summary>
    public string Path => path;

    /// <summary>A connection string for readers.</summary>
    public string ReaderString => new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 30 }.ToString();

    private string WriterString => new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString();

    /// <summary>Creates the file where needed and brings its schema up to date.</summary>
    /// <exception cref="InvalidOperationException">A migration failed; the message names it.</exception>
    public void Migrate()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        using (var connection = new SqliteConnection(WriterString))
        {
            connection.Open();
            connection.Execute("pragma journal_mode = wal");
        }

        var result = DeployChanges.To
            .SqliteDatabase(WriterString)
            .WithScriptsEmbeddedInAssembly(typeof(SqliteLedger).Assembly, name => name.Contains(".Migrations.", StringComparison.Ordinal))
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException($"Migration {result.ErrorScript?.Name ?? "?"} of {path} failed: {result.Error.Message}", result.Error);
    }

    internal SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(ReaderString);
        connection.Open();
        return connection;
    }

    internal Task<T> ReadAsync<T>(Func<SqliteConnection, T> work)
    {
        using var connection = OpenReader();
        return Task.FromResult(work(connection));
    }

    /// <summary>Runs work in one transaction: all of it is durable when this returns, or none of it happened.</summary>
    internal async Task<T> WriteAsync<T>(Func<Statements, T> work, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var sql = Writer();
            sql.Run("begin immediate");
            try
            {
                var result = work(sql);
                sql.Run("commit");
                return result;
            }
            catch
            {
                Abandon();
                throw;
            }
        }
        finally
        {
            gate.Release();
        }
    }

    internal Task WriteAsync(Action<Statements> work, CancellationToken cancellationToken) =>
        WriteAsync(sql => { work(sql); return true; }, cancellationToken);

    private Statements Writer()
    {
        if (statements is not null)
            return statements;

        writer = new SqliteConnection(WriterString);
        writer.Open();
        writer.Execute("pragma synchronous = full; pragma busy_timeout = 30000; pragma cache_size = -8000; pragma temp_store = memory; pragma wal_autocheckpoint = 4000");
        return statements = new Statements(writer);
    }

    // After an error nothing is known of the connection's state (R3): a closed one has rolled back or committed, nothing between.
    private void Abandon()
    {
        statements?.Dispose();
        writer?.Dispose();
        (statements, writer) = (null, null);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Abandon();
        gate.Dispose();
    }
}
