using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using DbUp;
using IntegrationHub.Hub.Views;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>
/// The SQLite ledger: WAL, <c>synchronous=FULL</c>, one writer. The driver's calls block, so a write holds the gate and the
/// thread until it is durable; readers have connections of their own and never wait for the writer.
/// </summary>
internal sealed class SqliteLedger : LedgerDatabase
{
    private const string WriterSettings =
        "pragma synchronous = full; pragma busy_timeout = 30000; pragma cache_size = -8000; "
        + "pragma temp_store = memory; pragma wal_autocheckpoint = 4000";

    // Readers keep little: what they read once they seldom read again.
    private const string ReaderSettings = "pragma cache_size = -500";

    private readonly SemaphoreSlim gate = new(1);
    private readonly ConcurrentBag<Reader> readers = [];
    private readonly string path;
    private SqliteConnection? writer;
    private Statements? statements;
    private bool closed;

    /// <summary>Makes the ledger; opens nothing yet.</summary>
    /// <param name="path">The database file.</param>
    public SqliteLedger(string path) => this.path = System.IO.Path.GetFullPath(path);

    /// <summary>The database file.</summary>
    public string Path => path;

    /// <summary>A connection string for readers.</summary>
    public string ReaderString => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = false,
        DefaultTimeout = 30,
    }.ToString();

    private string WriterString => new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 30 }.ToString();

    /// <inheritdoc/>
    public override string Name => path;

    /// <inheritdoc/>
    public override bool Exists => File.Exists(path);

    internal override ViewsDialect Dialect => ViewsDialect.Sqlite;

    /// <inheritdoc/>
    public override IDisposable Hold() => LedgerLock.TryTake(path) ?? throw new InvalidOperationException(LedgerLock.WhyNot(path));

    /// <inheritdoc/>
    public override Task<IReadOnlyList<string>> MissingMigrationsAsync() => ReadAsync<IReadOnlyList<string>>(db =>
    {
        var applied = db.Query<string>("select ScriptName from SchemaVersions").ToHashSet();
        var known = typeof(SqliteLedger).Assembly.GetManifestResourceNames().Where(IsMigration);
        return [.. known.Where(name => !applied.Contains(name)).Order(StringComparer.Ordinal)];
    });

    /// <inheritdoc/>
    public override void Migrate()
    {
        Create();
        using (var connection = new SqliteConnection(WriterString))
        {
            connection.Open();
            connection.Execute("pragma journal_mode = wal");
        }

        var result = DeployChanges.To
            .SqliteDatabase(WriterString)
            .WithScriptsEmbeddedInAssembly(typeof(SqliteLedger).Assembly, IsMigration)
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException(
                $"Migration {result.ErrorScript?.Name ?? "?"} of {path} failed: {result.Error.Message}", result.Error);
    }

    // Before SQLite does, which would let everybody read it; what SQLite lays beside it has the rights of the file. A file that is there
    // is not opened: closing it again would take away the locks that this process holds on it.
    private void Create()
    {
        OwnersOnly.MakeFolderOf(path);
        if (!File.Exists(path))
            OwnersOnly.Open(path, FileMode.CreateNew).Dispose();
    }

    internal SqliteConnection OpenReader()
    {
        var connection = new SqliteConnection(ReaderString);
        connection.Open();
        connection.Execute(ReaderSettings);
        return connection;
    }

    /// <summary>Reads beside the writer, on a connection that nobody else uses meanwhile.</summary>
    internal override Task<T> ReadAsync<T>(Func<DbConnection, T> read) => Borrow(reader =>
    {
        using var snapshot = reader.Connection.BeginTransaction(deferred: true);
        return read(reader.Connection);
    });

    /// <summary>The same with prepared statements, for what is read all the time.</summary>
    internal Task<T> QueryAsync<T>(Func<Statements, T> work) => Borrow(reader => work(reader.Statements));

    private Task<T> Borrow<T>(Func<Reader, T> work)
    {
        if (!readers.TryTake(out var reader))
            reader = new(OpenReader());
        try
        {
            var result = work(reader);
            readers.Add(reader);
            return Task.FromResult(result);
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Runs work in one transaction: all of it is durable when this returns, or none of it happened.</summary>
    internal async Task<T> WriteAsync<T>(Func<Statements, T> work, CancellationToken cancellationToken)
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

    private T Write<T>(Func<Statements, T> work)
    {
        try
        {
            var sql = Writer();
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
            var sql = Writer();
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

    internal Task WriteAsync(Action<Statements> work, CancellationToken cancellationToken) =>
        WriteAsync(sql => { work(sql); return true; }, cancellationToken);

    private Statements Writer()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        if (statements is not null)
            return statements;

        writer = new SqliteConnection(WriterString);
        writer.Open();
        writer.Execute(WriterSettings);
        return statements = new Statements(writer);
    }

    // After an error nothing is known of the connection's state: a closed one has rolled back or committed, nothing between.
    private void Abandon()
    {
        statements?.Dispose();
        writer?.Dispose();
        (statements, writer) = (null, null);
    }

    // When the write under way has ended; one that waits for its turn finds it closed.
    /// <inheritdoc/>
    protected override void Close()
    {
        gate.Wait();
        closed = true;
        Abandon();
        while (readers.TryTake(out var reader))
            reader.Dispose();
        gate.Release();
    }

    private static bool IsMigration(string name) => name.Contains(".Sqlite.Migrations.", StringComparison.Ordinal);

    private sealed class Reader(SqliteConnection connection) : IDisposable
    {
        public SqliteConnection Connection => connection;

        public Statements Statements { get; } = new(connection);

        public void Dispose()
        {
            Statements.Dispose();
            connection.Dispose();
        }
    }
}
