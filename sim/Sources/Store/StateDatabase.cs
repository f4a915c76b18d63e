using Microsoft.Data.Sqlite;

namespace IntegrationHub.Sim.Sources.Store;

/// <summary>What the simulator must not forget: its wave, the order of keys and feeds, which callbacks are still to be sent.</summary>
internal sealed class StateDatabase : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS dossier (ma TEXT NOT NULL PRIMARY KEY, ix INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS licence (
            updated TEXT NOT NULL, ma TEXT NOT NULL, ix INTEGER NOT NULL, PRIMARY KEY (updated, ma)) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS callback (seq INTEGER PRIMARY KEY AUTOINCREMENT, ix INTEGER NOT NULL, event INTEGER NOT NULL);
        CREATE TABLE IF NOT EXISTS live (seq INTEGER PRIMARY KEY, ix INTEGER NOT NULL, wave INTEGER NOT NULL, at TEXT NOT NULL);
        """;

    private readonly string path;
    private readonly SqliteConnection writer;
    private readonly Lock gate = new();

    public StateDatabase(string path)
    {
        this.path = path;
        writer = Sqlite.Open(path);
        writer.Run(Schema);
    }

    /// <summary>A connection of its own for a reader: a long answer never stands in the way of a writer.</summary>
    public SqliteConnection Reader() => Sqlite.Open(path);

    public void Write(Action<StateWriter> write)
    {
        lock (gate)
        {
            using var transaction = writer.BeginTransaction();
            using var state = new StateWriter(writer);
            write(state);
            transaction.Commit();
        }
    }

    public string? Meta(string key)
    {
        lock (gate)
        {
            using var command = writer.Prepare("SELECT value FROM meta WHERE key = $key", "$key");
            return command.Bind(key).ExecuteScalar() as string;
        }
    }

    public int Pending()
    {
        lock (gate)
        {
            using var command = writer.Prepare("SELECT COUNT(*) FROM callback");
            return command.Number();
        }
    }

    public void Dispose() => writer.Dispose();
}
