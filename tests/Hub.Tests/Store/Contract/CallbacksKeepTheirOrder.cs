using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Store.Contract;

public sealed class CallbacksKeepTheirOrder : IDisposable
{
    private const int Writers = 4;
    private const int Batches = 40;
    private const int InABatch = 5;

    private readonly TestLedger ledger = new();

    private ICallbackStore Journal => ledger.Get<ICallbackStore>();

    [Fact]
    public async Task A_reader_that_goes_on_from_what_it_has_seen_skips_none()
    {
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var batch = 0; batch < Batches; batch++)
                await Journal.AppendAsync([.. Enumerable.Range(0, InABatch).Select(i => Arrival("land", $"{writer}/{batch}/{i}"))], now: 0);
        })));

        var read = new List<string>();
        for (var (last, through) = (0L, false); !through;)
        {
            through = writing.IsCompleted;   // looked at before the last look into the journal
            while (await Journal.ReadAsync("land", last, 7, default) is { Count: > 0 } page)
            {
                read.AddRange(page.Select(callback => callback.Entry.Key));
                last = page[^1].Sequence;
            }
        }

        await writing;
        read.Count.ShouldBe(Writers * Batches * InABatch);
        foreach (var one in read.GroupBy(key => key.Split('/')[0]))
            one.Select(key => key.Split('/').Select(int.Parse).Aggregate((sum, part) => (sum * 100) + part)).ShouldBeInOrder();
    }

    [Fact]
    public async Task A_reader_sees_its_own_connectors_only()
    {
        await Journal.AppendAsync([Arrival("land", "1"), Arrival("other", "2"), Arrival("land", "3")], now: 0);

        (await Journal.ReadAsync("land", 0, 10, default)).Select(callback => callback.Entry.Key).ShouldBe(["1", "3"]);
    }

    private static Arrival Arrival(string connector, string key) => new(connector, new("update", key, "{}"));

    public void Dispose() => ledger.Dispose();
}
