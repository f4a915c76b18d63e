using IntegrationHub.Hub.Store.Sqlite;
using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class TheLedgerIsTheOwnersOnly : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string folder = Directory.CreateTempSubdirectory("hub-rights-").FullName;

    private string Ledger => Path.Combine(folder, "new", "hub.db");

    [Fact]
    public void With_everything_beside_it_and_the_folder_that_was_made_for_it()
    {
        if (OperatingSystem.IsWindows())
            return;   // it has rights of another kind
        using var held = LedgerLock.TryTake(Ledger);
        using var ledger = new SqliteLedger(Ledger);
        ledger.Migrate();
        using var connection = Write("create table a (b)");

        var rights = Directory.GetFiles(Path.GetDirectoryName(Ledger)!).ToDictionary(f => Path.GetFileName(f), File.GetUnixFileMode);
        rights.Keys.ShouldBe(["hub.db", "hub.db-wal", "hub.db-shm", "hub.db.lock"], ignoreOrder: true);
        rights.Values.ShouldAllBe(mode => mode == Owner);
        File.GetUnixFileMode(Path.GetDirectoryName(Ledger)!).ShouldBe(Owner | UnixFileMode.UserExecute);
    }

    [Fact]
    public void But_a_folder_that_was_there_keeps_its_rights()
    {
        if (OperatingSystem.IsWindows())
            return;   // it has rights of another kind
        const UnixFileMode group = Owner | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
        Directory.CreateDirectory(Path.GetDirectoryName(Ledger)!, group);
        using var ledger = new SqliteLedger(Ledger);
        ledger.Migrate();

        File.GetUnixFileMode(Path.GetDirectoryName(Ledger)!).ShouldBe(group);
    }

    private SqliteConnection Write(string sql)
    {
        var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return connection;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
