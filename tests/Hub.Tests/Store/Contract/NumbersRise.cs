using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Store.Contract;

/// <summary>What happened to a dossier later has the higher number, whoever did it: versions, events and rows are told apart by it.</summary>
public sealed class NumbersRise : IDisposable
{
    private const int Deciders = 4;
    private const int Each = 25;

    private readonly TestLedger ledger = new();

    [Fact]
    public async Task What_is_done_later_to_a_dossier_has_the_higher_number()
    {
        await ledger.MakeAsync(Rows.Number);

        await Task.WhenAll(Enumerable.Range(0, Deciders).Select(decider => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
                await ledger.DecideAsync(new() { Numbers = [Rows.Number], About = decider }, Raise);
        })));

        ledger.Sql<long>("select count(*) from outbox").ShouldBe(Deciders * Each);
        ledger.Sql<long>("select count(*) from outbox one join outbox other on one.id < other.id and one.version >= other.version").ShouldBe(0);
        ledger.Sql<long>(
            "select count(*) from dossier_event one join dossier_event other on one.id < other.id and one.arrival >= other.arrival").ShouldBe(0);
    }

    [Fact]
    public async Task Runs_and_calls_are_numbered_without_gaps()
    {
        for (var i = 0; i < 3; i++)
            await ledger.DecideAsync(new() { About = 1 }, slice =>
            {
                slice.Runs.AddRange([slice.Run(), slice.Run()]);
                slice.Attempts.Add(new(slice.NextId(IdKind.Attempt), 0, 0, OutboxKind.Dossier, [], 0));
            });

        ledger.Sql<string>("select count(*) || ' ' || max(id) from run").ShouldBe("6 6");
        ledger.Sql<string>("select count(*) || ' ' || max(id) from attempt").ShouldBe("3 3");
    }

    [Fact]
    public async Task No_number_is_given_twice()
    {
        var given = await Task.WhenAll(Enumerable.Range(0, Deciders).Select(decider => Task.Run(() => ledger.DecideAsync(
            new() { Numbers = [Rows.Number], About = 3 },
            slice =>
            {
                var ids = Enumerable.Range(0, 100).Select(_ => slice.NextId(IdKind.Outbox)).ToList();
                foreach (var id in ids)
                    slice.Outbox.Put(slice.Queue(Rows.Dossier(Rows.Number)) with { Id = id });
                return ids;
            }))));

        var all = given.SelectMany(ids => ids).ToList();
        all.Distinct().Count().ShouldBe(all.Count);
    }

    private static void Raise(Slice slice)
    {
        var row = slice.Dossiers.Find(Rows.Number)!;
        var next = row with { Version = row.Version + 1 };
        slice.Dossiers.Put(next);
        slice.Queue(next);
        slice.Events.Put(Rows.Event(slice, next));
    }

    public void Dispose() => ledger.Dispose();
}
