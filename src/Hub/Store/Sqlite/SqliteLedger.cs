using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using DbUp;
using IntegrationHub.Hub.Views;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>
/// The SQLite ledger: a file with one writer; readers have connections of their own, never wait for the writer, and it never waits for
/// them (WAL).
/// </summary>
internal sealed class SqliteLedger : LedgerDatabase
{
    // Readers keep little: what they read once they seldom read again.
    private const string ReaderSettings = "pragma cache_size = -500";

    // What SQLite says of a file that is not as it wrote it.
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private readonly ConcurrentBag<Reader> readers = [];
    private readonly SqliteWriter writer;
    private readonly string path;
    private readonly long? quota;

    /// <summary>Makes the ledger; opens nothing yet.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="quota">How large it may become, in bytes; null: as large as its volume lets it.</param>
    public SqliteLedger(string path, long? quota = null)
    {
        (this.path, this.quota) = (System.IO.Path.GetFullPath(path), quota);
        writer = new(WriterString, quota);
    }

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

    private protected override string Migrations => ".Sqlite.Migrations.";

    // What the quota leaves, if the volume does not leave less.
    internal override long? FreeBytes => quota is { } bytes ? Math.Min(bytes - UsedBytes, FreeOnVolume) : FreeOnVolume;

    private long FreeOnVolume
    {
        get
        {
            var folder = System.IO.Path.GetDirectoryName(path)!;
            return new DriveInfo(OperatingSystem.IsWindows() ? System.IO.Path.GetPathRoot(folder)! : folder).AvailableFreeSpace;
        }
    }

    private long UsedBytes => Borrow(reader => reader.Connection.ExecuteScalar<long>("""
        select (page_count - freelist_count) * page_size from pragma_page_count, pragma_freelist_count, pragma_page_size
        """));

    /// <inheritdoc/>
    public override IDisposable Hold() => LedgerLock.TryTake(path) ?? throw new InvalidOperationException(LedgerLock.WhyNot(path));

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> DamageAsync()
    {
        if (new FileInfo(path).Length == 0)
            return [$"{path} is empty."];   // to SQLite a sound database without tables
        try
        {
            var found = await ReadAsync(db => db.Query<string>("pragma integrity_check(20)").ToList());
            return found is ["ok"] ? [] : found;
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is Corrupt or NotADatabase)
        {
            return [$"{path} is not as SQLite wrote it: {damaged.Message}"];
        }
    }

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
    internal override Task<T> ReadAsync<T>(Func<DbConnection, T> read) => Task.FromResult(Borrow(reader =>
    {
        using var snapshot = reader.Connection.BeginTransaction(deferred: true);
        return read(reader.Connection);
    }));

    /// <summary>The same with prepared statements, for what is read all the time.</summary>
    internal Task<T> QueryAsync<T>(Func<Statements, T> work) => Task.FromResult(Borrow(reader => work(reader.Statements)));

    private T Borrow<T>(Func<Reader, T> work)
    {
        if (!readers.TryTake(out var reader))
            reader = new(OpenReader());
        try
        {
            var result = work(reader);
            readers.Add(reader);
            return result;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>Runs work in one transaction: all of it is durable when this returns, or none of it happened.</summary>
    internal Task<T> WriteAsync<T>(Func<Statements, T> work, CancellationToken cancellationToken) =>
        writer.WriteAsync(work, cancellationToken);

    internal Task WriteAsync(Action<Statements> work, CancellationToken cancellationToken) =>
        WriteAsync(sql => { work(sql); return true; }, cancellationToken);

    private protected override Task<IReadOnlyCollection<string>> AppliedAsync() =>
        ReadAsync<IReadOnlyCollection<string>>(db => [.. db.Query<string>("select ScriptName from SchemaVersions")]);

    /// <inheritdoc/>
    protected override void Close()
    {
        writer.Dispose();
        while (readers.TryTake(out var reader))
            reader.Dispose();
    }

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
