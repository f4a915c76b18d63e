using System.Data.Common;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Store.Contract;

public sealed class ReceiptsBalance : IDisposable
{
    private readonly TestLedger ledger = new();

    [Fact]
    public async Task One_that_balances_is_written()
    {
        await WriteAsync(new(10, 4, 3, 2, 1));

        ledger.Sql<string>("select read || ' ' || unchanged || ' ' || ignored || ' ' || quarantined || ' ' || accepted from page_receipt")
            .ShouldBe("10 4 3 2 1");
        ledger.Sql<string>("select read || ' ' || unchanged || ' ' || ignored || ' ' || quarantined || ' ' || accepted from connector_total")
            .ShouldBe("10 4 3 2 1");
    }

    [Theory]
    [InlineData(2, 0, 0, 0, 1)]
    [InlineData(0, 0, 0, 0, 1)]
    [InlineData(1, 1, 0, 0, 1)]
    [InlineData(0, 1, 0, 0, -1)]
    [InlineData(0, -1, 1, 0, 0)]
    [InlineData(0, 0, -1, 1, 0)]
    [InlineData(0, 0, 0, -1, 1)]
    [InlineData(-1, -1, 0, 0, 0)]
    public async Task One_that_does_not_is_refused_with_all_that_came_with_it(int read, int unchanged, int ignored, int quarantined, int accepted)
    {
        await Should.ThrowAsync<DbException>(() => WriteAsync(new(read, unchanged, ignored, quarantined, accepted)));

        ledger.Sql<long>("select (select count(*) from page_receipt) + (select count(*) from run) + (select count(*) from connector_total)")
            .ShouldBe(0);
    }

    [Fact]
    public async Task A_page_has_one()
    {
        await WriteAsync(new(1, 0, 0, 0, 1));

        await Should.ThrowAsync<DbException>(
            () => ledger.DecideAsync(new(), slice => slice.Receipts.Add(Rows.Receipt(1, new(1, 0, 0, 0, 1)))));
        await Should.ThrowAsync<DbException>(
            () => ledger.DecideAsync(new(), slice => slice.Receipts.Add(Rows.Receipt(404, new(1, 0, 0, 0, 1)))));

        ledger.Sql<long>("select cast(sum(read) as bigint) from connector_total").ShouldBe(1);
    }

    private Task WriteAsync(PageReceipt counts) => ledger.DecideAsync(new(), slice =>
    {
        var run = slice.Run();
        slice.Runs.Add(run);
        slice.Receipts.Add(Rows.Receipt(run.Id, counts));
    });

    public void Dispose() => ledger.Dispose();
}
