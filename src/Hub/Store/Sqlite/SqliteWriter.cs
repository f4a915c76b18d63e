using Dapper;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>
/// The one writer of the file: <c>synchronous=FULL</c>, one transaction at a time. The driver's calls block, so a write holds the gate
/// and the thread until it is durable.
/// </summary>
/// <param name="connectionString">How the file is opened for writing.</param>
/// <param name="quota">How large the file may become, in bytes; null: as large as its volume lets it.</param>
internal sealed class SqliteWriter(string connectionString, long? quota) : IDisposable
{
    private const string Settings =
        "pragma synchronous = full; pragma busy_timeout = 30000; pragma cache_size = -8000; "
        + "pragma temp_store = memory; pragma wal_autocheckpoint = 4000";

    private readonly SemaphoreSlim gate = new(1);
    private SqliteConnection? connection;
    private Statements? statements;
    private bool closed;

    /// <summary>Runs work in one transaction: all of it is durable when this returns, or none of it happened.</summary>
    public async Task<T> WriteAsync<T>(Func<Statements, T> work, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return Write(work);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>When the write under way has ended; one that waits for its turn finds it closed.</summary>
    public void Dispose()
    {
        gate.Wait();
        closed = true;
        Abandon();
        gate.Release();
    }

    private T Write<T>(Func<Statements, T> work)
    {
        try
        {
            var sql = Open();
            sql.Run("begin immediate");
            var result = work(sql);
            Commit(sql, sql.Scalar<long>(SliceSql.CountWrite));
            return result;
        }
        catch
        {
            Abandon();
            throw;
        }
    }

    // An error of COMMIT says nothing: what it could not make durable may be in the file all the same. The ledger is opened anew and
    // asked, by a write of its own, which settles what else the next crash would decide.
    private void Commit(Statements sql, long number)
    {
        try
        {
            sql.Run("commit");
        }
        catch (SqliteException)
        {
            Abandon();
            if (!Happened(number))
                throw;
        }
    }

    private bool Happened(long number)
    {
        try
        {
            var sql = Open();
            sql.Run("begin immediate");
            var before = sql.Scalar<long>(SliceSql.CountWrite) - 1;
            sql.Run("commit");
            return before >= number;
        }
        catch (SqliteException)
        {
            return false;   // nothing can be written at all; whatever is written next settles it
        }
    }

    private Statements Open()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (statements is not null)
            return statements;

        connection = new SqliteConnection(connectionString);
        connection.Open();
        connection.Execute(Settings);
        if (quota is { } bytes)
            connection.Execute($"pragma max_page_count = {bytes / connection.ExecuteScalar<long>("pragma page_size")}");
        return statements = new Statements(connection);
    }

    // After an error nothing is known of the connection's state: a closed one has rolled back or committed, nothing between.
    private void Abandon()
    {
        statements?.Dispose();
        connection?.Dispose();
        (statements, connection) = (null, null);
    }
}
