using IntegrationHub.Hub.Store.Sqlite;

namespace IntegrationHub.Hub.Tests.Store;

public sealed class WhenTwoHubsWantOneLedger : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-lock-").FullName;

    private string Ledger => Path.Combine(folder, "new", "hub.db");

    [Fact]
    public void The_second_is_refused_until_the_first_has_ended()
    {
        var first = LedgerLock.TryTake(Ledger).ShouldNotBeNull();
        LedgerLock.TryTake(Ledger).ShouldBeNull();

        first.Dispose();

        using var second = LedgerLock.TryTake(Ledger).ShouldNotBeNull();
    }

    [Fact]
    public void The_refusal_names_the_file() => LedgerLock.WhyNot(Ledger).ShouldContain(LedgerLock.PathOf(Ledger));

    [Fact]
    public void A_file_left_behind_means_nothing()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Ledger)!);
        File.WriteAllText(LedgerLock.PathOf(Ledger), "");

        using var held = LedgerLock.TryTake(Ledger).ShouldNotBeNull();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
