using System.Data.Common;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Store.Contract;

public sealed class ADecisionIsAllOrNothing : IDisposable
{
    private readonly TestLedger ledger = new();

    [Fact]
    public async Task What_it_changed_is_there_when_it_returns()
    {
        await ledger.DecideAsync(new() { About = 1 }, PutEverything);

        Count.ShouldBe("1 1 1 1");
    }

    [Fact]
    public async Task One_that_throws_leaves_nothing()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => ledger.DecideAsync(new() { About = 1 }, slice =>
        {
            PutEverything(slice);
            throw new InvalidOperationException("a bug");
        }));

        Count.ShouldBe("0 0 0 0");
        await ledger.DecideAsync(new() { About = 1 }, PutEverything);
        Count.ShouldBe("1 1 1 1");
    }

    [Fact]
    public async Task One_whose_last_row_is_refused_leaves_nothing()
    {
        await Should.ThrowAsync<DbException>(() => ledger.DecideAsync(new() { About = 1 }, slice =>
        {
            PutEverything(slice);
            slice.Differences.Add(new(1, 404, new() { Number = Rows.Number, Connector = "alpha", Kind = DifferenceKind.Dead }, "reported"));
        }));

        Count.ShouldBe("0 0 0 0");
    }

    [Fact]
    public async Task One_that_is_cancelled_before_it_leaves_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(
            () => ledger.Get<ILedger>().DecideAsync(new() { About = 1 }, PutEverything, new CancellationToken(canceled: true)));

        Count.ShouldBe("0 0 0 0");
    }

    [Fact]
    public async Task One_that_is_cancelled_in_its_midst_is_there_as_a_whole_or_not_at_all()
    {
        using var cancel = new CancellationTokenSource();
        var failure = await Record.ExceptionAsync(() => ledger.Get<ILedger>().DecideAsync(
            new() { About = 1 },
            slice =>
            {
                PutEverything(slice);
                cancel.Cancel();
            },
            cancel.Token));

        Count.ShouldBe(failure is null ? "1 1 1 1" : "0 0 0 0");
        failure.ShouldBeAssignableTo<OperationCanceledException?>();
    }

    private string Count => string.Join(
        ' ', new[] { "dossier", "outbox", "run", "page_receipt" }.Select(table => ledger.Sql<long>($"select count(*) from {table}")));

    private static void PutEverything(Slice slice)
    {
        var (dossier, run) = (Rows.Dossier(Rows.Number), slice.Run());
        slice.PutNew(dossier);
        slice.Queue(dossier);
        slice.Runs.Add(run);
        slice.Receipts.Add(Rows.Receipt(run.Id, new(1, 0, 0, 0, 1)));
    }

    public void Dispose() => ledger.Dispose();
}
