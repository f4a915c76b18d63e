using IntegrationHub.Hub.Leases;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Tests.Store.Contract;

public sealed class ALeaseFences : IDisposable
{
    private const string Resource = "stream/alpha";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private readonly TestLedger ledger = new();

    private ILeaseStore Leases => ledger.Get<ILeaseStore>();

    [Fact]
    public async Task Who_holds_it_writes_and_what_is_written_carries_its_epoch()
    {
        await TakeOverAsync();
        var lease = await TakeOverAsync();

        await DecideAsync(lease);

        lease.Epoch.ShouldBe(2);
        ledger.Sql<string>("select epoch || ' ' || accepted from page_receipt").ShouldBe("2 1");
    }

    [Fact]
    public async Task Who_held_it_writes_nothing_any_more()
    {
        var old = await TakeOverAsync();
        await TakeOverAsync();

        (await Should.ThrowAsync<LeaseLostException>(() => DecideAsync(old))).Message.ShouldContain($"{Resource} (epoch 1)");

        Nothing();
    }

    [Fact]
    public async Task Who_never_held_it_writes_nothing()
    {
        await Should.ThrowAsync<LeaseLostException>(() => DecideAsync(new(Resource, "me", 1)));
        var held = await TakeOverAsync();
        await Should.ThrowAsync<LeaseLostException>(() => DecideAsync(held with { Owner = "another" }));
        await Should.ThrowAsync<LeaseLostException>(() => DecideAsync(held with { Epoch = 2 }));

        Nothing();
    }

    [Fact]
    public async Task Who_gave_it_back_writes_nothing_any_more()
    {
        var lease = await TakeOverAsync();
        await Leases.GiveBackAsync(lease, default);

        await Should.ThrowAsync<LeaseLostException>(() => DecideAsync(lease));

        Nothing();
    }

    private Task DecideAsync(Lease lease) => ledger.DecideAsync(new() { Lease = lease, About = 1 }, slice =>
    {
        var run = slice.Run();
        slice.Runs.Add(run);
        slice.PutNew(Rows.Dossier(Rows.Number));
        slice.Receipts.Add(Rows.Receipt(run.Id, new(1, 0, 0, 0, 1), slice.Epoch));
    });

    private async Task<Lease> TakeOverAsync()
    {
        await ledger.ExpireLeasesAsync();
        return (await Leases.TakeAsync(Resource, "me", Lasts, default)).ShouldNotBeNull();
    }

    private void Nothing() => ledger.Sql<long>("select (select count(*) from dossier) + (select count(*) from run)").ShouldBe(0);

    public void Dispose() => ledger.Dispose();
}
