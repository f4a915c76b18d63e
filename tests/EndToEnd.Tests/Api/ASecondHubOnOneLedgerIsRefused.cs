using IntegrationHub.Hub.Store.Sqlite;
using IntegrationHub.Server.Commands;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class ASecondHubOnOneLedgerIsRefused : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-second-").FullName;

    private string Ledger => Path.Combine(folder, "ledger", "hub.db");

    [Theory]
    [InlineData("serve")]
    [InlineData("migrate")]
    public async Task Before_it_has_touched_anything(string verb)
    {
        using (LedgerLock.TryTake(Ledger).ShouldNotBeNull())
            (await RunAsync(verb)).ShouldBe(1);

        Directory.GetFileSystemEntries(Path.GetDirectoryName(Ledger)!).ShouldBe([LedgerLock.PathOf(Ledger)]);
    }

    [Fact]
    public async Task But_a_look_at_it_is_not()
    {
        (await RunAsync("migrate")).ShouldBe(0);
        using var held = LedgerLock.TryTake(Ledger).ShouldNotBeNull();

        (await RunAsync("doctor")).ShouldBe(0);
    }

    private async Task<int> RunAsync(string verb)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));   // a hub that is not refused serves until it is told to end
        var password = Path.Combine(folder, "password");
        File.WriteAllText(password, "generated for this test");
        string[] settings =
        [
            $"Hub:Store=sqlite:{Ledger}", "Settlement:BaseAddress=http://127.0.0.1:1", "Settlement:User=hub",
            $"Settlement:Password=file:{password}", "Settlement:Agency=H40",
        ];
        return await HubServerCommand.Create()
            .Parse([verb, "--listen", "http://127.0.0.1:0", .. settings.SelectMany(s => (string[])["--set", s])])
            .InvokeAsync(new() { Output = TextWriter.Null }, patience.Token);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
