using IntegrationHub.Hub.Map;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Store.Contract;

public sealed class ADossierThatIsNewIsMadeOnce : IDisposable
{
    private readonly TestLedger ledger = new();

    [Fact]
    public async Task Who_takes_for_new_what_is_there_is_told_so_and_leaves_nothing()
    {
        await ledger.MakeAsync(Rows.Number);

        await Should.ThrowAsync<LedgerConflictException>(() => ledger.DecideAsync(new() { About = 1 }, slice =>
        {
            slice.PutNew(Rows.Dossier(Rows.Numbers[1]));
            slice.PutNew(Rows.Dossier(Rows.Number, version: 7));
        }));

        ledger.Sql<string>("select count(*) || ' ' || max(version) from dossier").ShouldBe("1 0");
    }

    [Fact]
    public async Task Of_two_that_make_it_at_the_same_moment_one_is_told()
    {
        const int Dossiers = 20;
        var told = 0;
        for (var i = 0; i < Dossiers; i++)
        {
            var number = $"H40.13-260302-{i:D4}";
            using var together = new Barrier(2);
            await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
            {
                together.SignalAndWait(TimeSpan.FromSeconds(30)).ShouldBeTrue();
                try
                {
                    await ledger.MakeAsync(number);
                }
                catch (LedgerConflictException)
                {
                    Interlocked.Increment(ref told);
                }
            })));
        }

        told.ShouldBe(Dossiers);
        ledger.Sql<long>("select count(*) from dossier").ShouldBe(Dossiers);
    }

    [Fact]
    public async Task What_is_no_such_conflict_is_not_called_one()
    {
        await ledger.DecideAsync(new(), slice => slice.Runs.Add(slice.Run()));

        var failure = await Record.ExceptionAsync(
            () => ledger.DecideAsync(new(), slice => slice.Runs.Add(new(1, "alpha", Origins.Source, "test", 0))));

        failure.ShouldBeAssignableTo<System.Data.Common.DbException>();
    }

    [Fact]
    public async Task A_page_that_meets_another_page_looks_again()
    {
        var alpha = Store(ledger.Get<ICollectQueries>());
        var beta = Store(new Overtaken(ledger.Get<ICollectQueries>(), () => alpha.CommitPageAsync(Page("alpha", run: 1), default)));
        await ledger.DecideAsync(new(), slice => slice.Runs.AddRange([slice.Run(), slice.Run()]));

        var receipt = await beta.CommitPageAsync(Page("beta", run: 2), default);

        receipt.ShouldBe(new(1, 0, 0, 1, 0));
        ledger.Sql<string>("select code from quarantine").ShouldBe("other-owner");
        ledger.Sql<string>("select owner from dossier").ShouldBe("alpha");
    }

    private CollectStore Store(ICollectQueries queries) =>
        new(ledger.Get<ILedger>(), queries, new Fingerprint("f"), new QuarantineWaits(HubOptions.DefaultBackoff), TimeProvider.System);

    private static PageCommit Page(string connector, long run)
    {
        var record = new SourceRecord { Key = "k", Time = Make.Day, Content = "{}", Origin = new(connector, "dossiers", "c") };
        var dossier = Make.Whole(record, Rows.Number, DossierStatus.Received, "", Make.Day);
        return new()
        {
            Run = run,
            PageNo = 1,
            Origin = Origins.Source,
            Source = new(TestHub.Manifest(connector) with { Owns = ["*"] }, new FakeSource(), "0 0 * * * ?"),
            Records = [new(record, new Verdict.Sound([PreparedRecord.From(dossier)]))],
        };
    }

    /// <summary>Between the glance and the decision, somebody else comes.</summary>
    private sealed class Overtaken(ICollectQueries inner, Func<Task> overtake) : ICollectQueries
    {
        private bool done;

        public async Task<IReadOnlyDictionary<string, DossierRow>> DossiersAsync(
            IReadOnlyCollection<string> numbers, CancellationToken cancellationToken)
        {
            var seen = await inner.DossiersAsync(numbers, cancellationToken);
            if (!done)
                await overtake();
            done = true;
            return seen;
        }

        public Task<StreamRow?> StreamAsync(string connector, CancellationToken cancellationToken) =>
            inner.StreamAsync(connector, cancellationToken);

        public Task<IReadOnlyList<QuarantineEntry>> DueQuarantineAsync(DueEntries which, long now, CancellationToken cancellationToken) =>
            inner.DueQuarantineAsync(which, now, cancellationToken);

        public Task<int> ClosedQuarantineAsync(IReadOnlyCollection<long> entries, CancellationToken cancellationToken) =>
            inner.ClosedQuarantineAsync(entries, cancellationToken);
    }

    public void Dispose() => ledger.Dispose();
}
