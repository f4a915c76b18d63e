using IntegrationHub.Hub.Read;

namespace IntegrationHub.Hub.Tests.Read;

public sealed class WhenCallbacksComeTogether : IDisposable
{
    private const int Callers = 8;
    private const int Each = 400;
    private readonly TestHub hub = new();

    // Callers share commits; an answer given before the shared commit is a callback lost (this was a bug once: a caller that came
    // while a commit began was answered by the one before).
    [Fact]
    public async Task Each_is_durable_when_it_is_answered()
    {
        hub.Source();
        var journal = hub.Get<CallbackJournal>();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
            {
                var key = $"{caller}-{i}";
                (await journal.JournalAsync("alpha", new("KetThuc", key, "{}"), default)).ShouldBeTrue();
                hub.Sql<long>($"select count(*) from callback_journal where key = '{key}'").ShouldBe(1);
            }
        })));

        hub.Sql<long>("select count(*) from callback_journal").ShouldBe(Callers * Each);
    }

    public void Dispose() => hub.Dispose();
}
