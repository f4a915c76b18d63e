using Dapper;
using IntegrationHub.Hub.Store.Sqlite;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Store;

/// <summary>On SQLite. A byte that has turned over is told, wherever it matters.</summary>
public sealed class WhenTheFileIsDamaged : IDisposable
{
    private const int PageSize = 4096;
    private const int Dossiers = 30;

    private readonly string folder = Directory.CreateTempSubdirectory("hub-test-").FullName;

    private string Ledger => Path.Combine(folder, "hub.db");

    [Fact]
    public async Task One_that_is_whole_is_told_to_be()
    {
        await FillAsync();

        using var ledger = new SqliteLedger(Ledger);
        (await ledger.DamageAsync()).ShouldBeEmpty();
        (await Invariants.CheckAsync(ledger)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_byte_that_holds_a_page_together_is_missed()
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(Ledger);
        for (var page = 1; page < whole.Length / PageSize; page++)
            (await DamageAsync(whole, page * PageSize)).ShouldNotBeEmpty($"page {page + 1}");
    }

    [Fact]
    public async Task A_letter_of_a_packet_is_missed()
    {
        await FillAsync();
        var whole = await File.ReadAllBytesAsync(Ledger);
        (await DamageAsync(whole, [.. All(whole, "H40.13-260302-0007\",\"MaTTHC\":\"1.013227"u8.ToArray())])).ShouldBeEmpty();

        using var ledger = new SqliteLedger(Ledger);
        (await Invariants.CheckAsync(ledger)).ShouldContain(violation => violation.Name == "packets");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(PageSize * 3)]
    public async Task A_file_that_is_cut_off_is_told_in_a_line(int length)
    {
        await FillAsync();
        await File.WriteAllBytesAsync(Ledger, [.. (await File.ReadAllBytesAsync(Ledger))[..length], .. length == 16 ? new byte[PageSize] : []]);

        using var ledger = new SqliteLedger(Ledger);
        (await ledger.DamageAsync()).ShouldNotBeEmpty();
    }

    // What was moved within the file may have left a copy behind.
    private static IEnumerable<int> All(byte[] whole, byte[] text)
    {
        for (var at = whole.AsSpan().IndexOf(text); at >= 0;)
        {
            yield return at;
            var next = whole.AsSpan(at + 1).IndexOf(text);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private async Task<IReadOnlyList<string>> DamageAsync(byte[] whole, params int[] where)
    {
        var damaged = whole.ToArray();
        foreach (var at in where)
            damaged[at] ^= 0x10;
        await File.WriteAllBytesAsync(Ledger, damaged);
        using var ledger = new SqliteLedger(Ledger);
        return await ledger.DamageAsync();
    }

    private async Task FillAsync()
    {
        using var hub = new TestHub(TestEngine.Sqlite);
        var source = hub.Source();
        for (var i = 0; i < Dossiers; i++)
            source.Add($"k{i}", Make.Day, Make.DossierWithProgress($"H40.13-260302-{i:D4}", rows: 1));
        await hub.SyncAsync();
        using var db = hub.Get<SqliteLedger>().OpenReader();
        await db.ExecuteAsync("vacuum into @Ledger", new { Ledger });   // without what was written over
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
