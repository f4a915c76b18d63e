using System.Runtime.InteropServices;
using IntegrationHub.Hub.Store.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace IntegrationHub.Hub.Tests.Store;

/// <summary>On SQLite. What its hooks answer comes back as the error of the commit: before it happens, or after.</summary>
public sealed class WhenACommitFails : IDisposable
{
    private const int IoError = 10;

    private static readonly SetHook AfterCommit = Marshal.GetDelegateForFunctionPointer<SetHook>(
        NativeLibrary.GetExport(NativeLibrary.Load("e_sqlite3", typeof(WhenACommitFails).Assembly, null), "sqlite3_wal_hook"));

    private readonly TestLedger ledger = new(TestEngine.Sqlite);
    private readonly WalHook fail = (_, _, _, _) => IoError;

    private delegate int WalHook(nint argument, nint connection, nint name, int pages);

    private delegate nint SetHook(nint connection, WalHook? hook, nint argument);

    private SqliteLedger File => ledger.Get<SqliteLedger>();

    [Fact]
    public async Task What_was_written_all_the_same_counts()
    {
        await File.WriteAsync(
            sql =>
            {
                Write(sql);
                AfterCommit(sql.Connection.Handle!.DangerousGetHandle(), fail, 0);
            },
            default);

        Values.ShouldBe(1);
        await File.WriteAsync(Write, default);
        Values.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_not_written_fails_and_the_next_goes_on()
    {
        await Should.ThrowAsync<SqliteException>(() => File.WriteAsync(
            sql =>
            {
                Write(sql);
                raw.sqlite3_commit_hook(sql.Connection.Handle, _ => 1, null);
            },
            default));

        Values.ShouldBe(0);
        await File.WriteAsync(Write, default);
        Values.ShouldBe(1);
    }

    private long Values => ledger.Sql<long>("select count(*) from ledger_value");

    private static void Write(Statements sql) =>
        sql.Run("insert into ledger_value (name, value) select 'v' || count(*), 'x' from ledger_value");

    public void Dispose()
    {
        ledger.Dispose();
        GC.KeepAlive(fail);
    }
}
