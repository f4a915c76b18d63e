using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Store.Contract;

public sealed class DecisionsAboutTheSameTakeTurns : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestLedger ledger = new();

    [Fact]
    public async Task In_whatever_order_they_name_their_dossiers_none_is_lost_and_none_fails()
    {
        const int Deciders = 6;
        const int Each = 25;
        await ledger.MakeAsync(Rows.Numbers);

        await Task.WhenAll(Enumerable.Range(0, Deciders).Select(seed => Task.Run(async () =>
        {
            var order = new Random(seed);
            for (var i = 0; i < Each; i++)
                await ledger.DecideAsync(new() { Numbers = Some(order) }, RaiseAll);
        })));

        ledger.Sql<long>("select cast(sum(version) as bigint) from dossier").ShouldBe(Deciders * Each * 3);
    }

    [Fact]
    public async Task Who_waited_for_a_dossier_sees_what_was_written_meanwhile()
    {
        await ledger.MakeAsync(Rows.Number);
        using var inside = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var first = Task.Run(() => ledger.DecideAsync(new() { Numbers = [Rows.Number], About = 1 }, slice =>
        {
            inside.Set();
            goOn.Wait(Patience).ShouldBeTrue();
            RaiseAll(slice);
            slice.Queue(slice.Dossiers.Find(Rows.Number)!);
        }));
        inside.Wait(Patience).ShouldBeTrue();
        var second = Task.Run(() => ledger.DecideAsync(new() { Numbers = [Rows.Number] }, slice =>
        {
            RaiseAll(slice);
            return slice.PendingOf(Rows.Number).Count();
        }));
        goOn.Set();
        await first;

        (await second).ShouldBe(1);
        ledger.Sql<long>("select version from dossier").ShouldBe(2);
    }

    [Fact]
    public async Task What_two_say_of_a_stream_that_is_not_there_yet_both_counts()
    {
        const int Streams = 20;
        for (var i = 0; i < Streams; i++)
        {
            var connector = $"c{i}";
            using var together = new Barrier(2);
            await Task.WhenAll(
                PutAsync(connector, stream => stream with { Watermark = "s|7" }, together),
                PutAsync(connector, stream => stream with { PausedReason = "maintenance" }, together));
        }

        ledger.Sql<long>("select count(*) from stream where watermark = 's|7' and paused_reason = 'maintenance'").ShouldBe(Streams);
    }

    [Fact]
    public async Task Quarantine_and_buckets_are_taken_in_an_order_that_never_locks_up()
    {
        const int Deciders = 4;
        const int Each = 20;
        await ledger.MakeAsync(Rows.Numbers);
        var entries = await ledger.DecideAsync(new() { About = 1 }, slice => Rows.Numbers.Select(number => Refuse(slice, number)).ToList());

        await Task.WhenAll(Enumerable.Range(0, Deciders).Select(seed => Task.Run(async () =>
        {
            var order = new Random(seed);
            for (var i = 0; i < Each; i++)
                await ledger.DecideAsync(
                    new() { Entries = Shuffled(entries, order), OpenOf = Shuffled(Rows.Numbers, order), Numbers = Shuffled(Rows.Numbers, order) },
                    slice => TouchAll(slice, order));
        })));

        ledger.Sql<long>("select min(attempts) from quarantine").ShouldBe(Deciders * Each);
        ledger.Sql<long>("select cast(sum(count) as bigint) from bucket").ShouldBe(Rows.Numbers.Length);
    }

    private static void RaiseAll(Slice slice)
    {
        foreach (var row in slice.Dossiers.All.ToList())
            slice.Dossiers.Put(row with { Version = row.Version + 1 });
    }

    private static void TouchAll(Slice slice, Random order)
    {
        foreach (var entry in slice.Quarantine.All.ToList())
            slice.Quarantine.Put(entry with { Attempts = entry.Attempts + 1 });
        foreach (var row in Shuffled(slice.Dossiers.All, order))
            slice.Acknowledge(row, row with { Written = true, AckedHash = row.PacketHash, AckedVersion = row.Version });
    }

    private static long Refuse(Slice slice, string number)
    {
        var entry = Rows.Entry(slice, number);
        slice.Quarantine.Put(entry);
        return entry.Id;
    }

    private Task PutAsync(string connector, Func<StreamRow, StreamRow> change, Barrier together) => Task.Run(() =>
    {
        together.SignalAndWait(Patience).ShouldBeTrue();
        return ledger.DecideAsync(
            new() { Stream = connector }, slice => slice.Streams.Put(change(slice.Streams.Find(connector) ?? new(connector))));
    });

    private static string[] Some(Random order) => Shuffled(Rows.Numbers, order)[..3];

    private static T[] Shuffled<T>(IEnumerable<T> all, Random order)
    {
        T[] shuffled = [.. all];
        order.Shuffle(shuffled);
        return shuffled;
    }

    public void Dispose() => ledger.Dispose();
}
