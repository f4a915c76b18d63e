using Dapper;
using IntegrationHub.Hub.Store.Postgres;
using IntegrationHub.Hub.Tests.Store.Contract;
using Npgsql;

namespace IntegrationHub.Hub.Tests.Store;

/// <summary>On PostgreSQL. Whatever the connection does at a commit, a decision that returns is there once, and one that fails is not.</summary>
public sealed class WhenTheAnswerToACommitIsLost : IDisposable
{
    private const long Gate = 4242;

    private readonly CommitProxy proxy;
    private readonly TestLedger ledger;
    private int decided;

    public WhenTheAnswerToACommitIsLost()
    {
        Assert.SkipUnless(TestStore.Server.Length > 0, "No PostgreSQL is named by HUB_TEST_POSTGRES.");
        proxy = new(new NpgsqlConnectionStringBuilder(TestStore.Server).Port);
        ledger = new(TestEngine.Postgres, through: proxy.Port);
    }

    [Fact]
    public async Task A_commit_that_was_done_counts()
    {
        proxy.CutNext(Cut.AfterIt);
        await DecideAsync();

        decided.ShouldBe(1);
        Runs.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_never_came_is_decided_again()
    {
        proxy.CutNext(Cut.BeforeIt);
        await DecideAsync();

        decided.ShouldBe(2);
        Runs.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_is_still_under_way_is_waited_for()
    {
        await SlowCommitsAsync();
        await using var gate = new NpgsqlConnection(TestStore.Server);
        await gate.OpenAsync();
        await gate.ExecuteAsync("select pg_advisory_lock(@Gate)", new { Gate });
        proxy.CutNext(Cut.OnItsWay);
        var deciding = DecideAsync();
        await Eventually.TrueAsync(() => ledger.Waiting("%from commit_mark%") == 1);
        Runs.ShouldBe(0);
        await gate.ExecuteAsync("select pg_advisory_unlock(@Gate)", new { Gate });
        await deciding;

        decided.ShouldBe(1);
        Runs.ShouldBe(1);
    }

    [Fact]
    public async Task One_that_nobody_can_say_anything_of_fails_and_says_so()
    {
        var clock = new TestClock(Make.Day);
        using var alone = new TestLedger(TestEngine.Postgres, through: proxy.Port, clock: clock);
        proxy.CutNext(Cut.BeforeIt, () =>
        {
            proxy.IsClosed = true;
            return Task.CompletedTask;
        });
        var deciding = DecideAsync(alone);
        await Eventually.TrueAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return deciding.IsCompleted;
        });

        (await Should.ThrowAsync<CommitUnknownException>(() => deciding)).Message.ShouldContain("could not be learned");
        proxy.IsClosed = false;
        await DecideAsync(alone);
        alone.Sql<long>("select count(*) from run").ShouldBe(1);
    }

    [Fact]
    public async Task One_that_the_server_refuses_is_not_asked_about()
    {
        await ledger.PlantAsync("""
            create function refuse() returns trigger language plpgsql as $$ begin raise unique_violation; end $$;
            create constraint trigger refuse after insert on run deferrable initially deferred for each row execute function refuse();
            """);

        (await Should.ThrowAsync<PostgresException>(DecideAsync)).SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
        decided.ShouldBe(1);
    }

    private long Runs => ledger.Sql<long>("select count(*) from run");

    private Task DecideAsync() => DecideAsync(ledger);

    private Task DecideAsync(TestLedger which) => which.DecideAsync(new(), slice =>
    {
        decided++;
        slice.Runs.Add(slice.Run());
    });

    // A commit waits at the gate until somebody opens it.
    private Task SlowCommitsAsync() => ledger.PlantAsync($"""
        create function wait() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock_shared({Gate}); return null; end $$;
        create constraint trigger wait after insert on run deferrable initially deferred for each row execute function wait();
        """);

    public void Dispose()
    {
        ledger?.Dispose();
        proxy?.Dispose();
    }
}
