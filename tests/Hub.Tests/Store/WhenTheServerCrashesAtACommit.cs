using Dapper;
using IntegrationHub.Hub.Tests.Store.Contract;
using Npgsql;

namespace IntegrationHub.Hub.Tests.Store;

/// <summary>On PostgreSQL, with a server of its own.</summary>
public sealed class WhenTheServerCrashesAtACommit : IClassFixture<WhenTheServerCrashesAtACommit.OwnServer>, IDisposable
{
    private readonly PostgresServer server;
    private readonly CommitProxy proxy;
    private readonly TestLedger ledger;
    private int decided;

    public WhenTheServerCrashesAtACommit(OwnServer own)
    {
        server = own.Server;
        proxy = new(server.Port);
        ledger = new(TestEngine.Postgres, through: proxy.Port, server: server.Connection);
    }

    // What the server had not written down it gives anew, transaction numbers too: theirs must not be taken for ours.
    [Fact]
    public async Task What_it_had_not_done_is_decided_again_though_others_have_come_since()
    {
        await DecideAsync();
        proxy.CutNext(Cut.BeforeIt, async () =>
        {
            await server.CrashAsync();
            await OthersComeAsync();
        });
        await DecideAsync();

        (Runs, decided).ShouldBe((2, 3));
    }

    [Theory]
    [InlineData(Cut.OnItsWay)]
    [InlineData(Cut.AfterIt)]
    internal async Task What_it_may_have_done_is_there_once(Cut where)
    {
        for (var round = 1; round <= 2; round++)
        {
            proxy.CutNext(where, server.CrashAsync);
            await DecideAsync();
            Runs.ShouldBe(round);
        }
    }

    private long Runs => ledger.Sql<long>("select count(*) from run");

    private Task DecideAsync() => ledger.DecideAsync(new(), slice =>
    {
        decided++;
        slice.Runs.Add(slice.Run());
    });

    private async Task OthersComeAsync()
    {
        await using var other = new NpgsqlConnection(server.Connection);
        for (var i = 0; i < 50; i++)
            await other.ExecuteAsync("select pg_current_xact_id()");
    }

    public void Dispose()
    {
        ledger.Dispose();
        proxy.Dispose();
    }

    /// <summary>One for all of them, made where it is needed.</summary>
    public sealed class OwnServer : IDisposable
    {
        private readonly Lazy<PostgresServer> server = new(PostgresServer.Start);

        public PostgresServer Server => server.Value;

        public void Dispose()
        {
            if (server.IsValueCreated)
                server.Value.Dispose();
        }
    }
}
