using System.Threading.Channels;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Schedule;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Hub.Tests.Read;

public sealed class WhenCallbacksComeTogether : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly TestHub hub = new();
    private readonly Channel<Commit> commits = System.Threading.Channels.Channel.CreateUnbounded<Commit>();
    private readonly RunRequests requests = new();

    // This was a bug once: a caller that came while a commit was under way was answered by that one, which does not hold it.
    [Fact]
    public async Task Each_is_answered_only_by_the_commit_that_holds_it()
    {
        await using var writer = Writer();
        var first = WriteAsync(writer, "1");
        var one = await NextAsync();
        var (second, third) = (WriteAsync(writer, "2"), WriteAsync(writer, "3"));

        one.Keys.ShouldBe(["1"]);
        one.End.SetResult();
        (await first.WaitAsync(Patience)).ShouldBeTrue();
        var two = await NextAsync();

        two.Keys.ShouldBe(["2", "3"]);
        (second.IsCompleted || third.IsCompleted).ShouldBeFalse();
        two.End.SetResult();
        (await Task.WhenAll(second, third).WaitAsync(Patience)).ShouldBe([true, true]);
    }

    [Fact]
    public async Task A_commit_that_fails_with_whatever_is_told_and_the_next_one_is_made()
    {
        await using var writer = Writer();
        var first = WriteAsync(writer, "1");
        (await NextAsync()).End.SetException(new InvalidOperationException("not an error of SQLite"));
        (await first.WaitAsync(Patience)).ShouldBeFalse();

        var second = WriteAsync(writer, "2");
        (await NextAsync()).End.SetResult();

        (await second.WaitAsync(Patience)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_caller_that_hangs_up_has_woken_the_run_all_the_same()
    {
        using var hangUp = new CancellationTokenSource();
        await using var writer = Writer();
        var caller = writer.WriteAsync("alpha", Entry("1"), hangUp.Token);
        var commit = await NextAsync();

        await hangUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(caller);
        commit.End.SetResult();

        (await requests.NextAsync(default).WaitAsync(Patience)).ShouldBe("alpha");
    }

    [Fact]
    public async Task A_callback_that_comes_when_the_server_stops_is_told_to_come_again()
    {
        var writer = Writer();
        await writer.DisposeAsync();

        (await WriteAsync(writer, "1").WaitAsync(Patience)).ShouldBeFalse();
    }

    // Callers that were kept waiting would fill the memory with what they brought.
    [Fact]
    public async Task When_too_many_wait_the_next_is_told_to_come_again()
    {
        await using var writer = Writer();
        var (first, one) = (WriteAsync(writer, "0"), await NextAsync());
        var waiting = Enumerable.Range(1, 10_000).Select(i => WriteAsync(writer, $"{i}")).ToList();

        (await WriteAsync(writer, "one too many").WaitAsync(Patience)).ShouldBeFalse();

        one.End.SetResult();
        (await first.WaitAsync(Patience)).ShouldBeTrue();
        await EndAllAsync(waiting);
    }

    [Fact]
    public async Task And_when_what_waits_is_too_large_in_all()
    {
        await using var writer = Writer();
        var content = new string('x', 8 * 1024 * 1024);
        var (first, one) = (WriteAsync(writer, "0", content), await NextAsync());
        var waiting = Enumerable.Range(1, 3).Select(i => WriteAsync(writer, $"{i}", content)).ToList();

        (await WriteAsync(writer, "one too many", content).WaitAsync(Patience)).ShouldBeFalse();
        waiting.Add(WriteAsync(writer, "a small one", ""));

        one.End.SetResult();
        (await first.WaitAsync(Patience)).ShouldBeTrue();
        await EndAllAsync(waiting);

        var (again, two) = (WriteAsync(writer, "there is room again", content), await NextAsync());
        two.End.SetResult();
        (await again.WaitAsync(Patience)).ShouldBeTrue();
    }

    [Fact]
    public async Task All_of_many_callers_callbacks_are_in_the_ledger()
    {
        const int Callers = 8;
        const int Each = 100;
        hub.Source();
        var journal = hub.Get<CallbackJournal>();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
                (await journal.JournalAsync("alpha", Entry($"{caller}-{i}"), default)).ShouldBeTrue();
        })));

        hub.Sql<long>("select count(distinct key) from callback_journal").ShouldBe(Callers * Each);
    }

    private async Task EndAllAsync(IReadOnlyList<Task<bool>> waiting)
    {
        while (!waiting.All(one => one.IsCompleted))
        {
            var next = commits.Reader.WaitToReadAsync().AsTask();
            await Task.WhenAny(next, Task.WhenAll(waiting)).WaitAsync(Patience);
            if (commits.Reader.TryRead(out var commit))
                commit.End.SetResult();
        }

        (await Task.WhenAll(waiting)).ShouldAllBe(durable => durable);
    }

    private JournalWriter Writer() => new(
        async batch =>
        {
            var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var commit = new Commit([.. batch.Select(arrival => arrival.Entry.Key)], end);
            await commits.Writer.WriteAsync(commit);
            await commit.End.Task;
        },
        requests,
        NullLogger.Instance);

    private static Task<bool> WriteAsync(JournalWriter writer, string key, string content = "{}") =>
        writer.WriteAsync("alpha", new("KetThuc", key, content), default);

    private static CallbackEntry Entry(string key) => new("KetThuc", key, "{}");

    private Task<Commit> NextAsync() => commits.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    public void Dispose() => hub.Dispose();

    /// <summary>A commit under way, whose end the test holds.</summary>
    private sealed record Commit(IReadOnlyList<string> Keys, TaskCompletionSource End);
}
