using IntegrationHub.Hub.Leases;

namespace IntegrationHub.Hub.Tests.Store.Contract;

/// <summary>On PostgreSQL, where others may come while a decision is written.</summary>
public sealed class ALeaseIsHeldWhileItIsUsed : IDisposable
{
    private const string Resource = "stream/alpha";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private readonly TestLedger ledger = new(TestEngine.Postgres);
    private readonly ManualResetEventSlim inside = new();
    private readonly ManualResetEventSlim goOn = new();

    private ILeaseStore Leases => ledger.Get<ILeaseStore>();

    [Fact]
    public async Task Nobody_takes_it_before_what_is_written_under_it_is_there()
    {
        var writing = await BeginAsync();
        await ledger.ExpireLeasesAsync();
        var taking = Task.Run(() => Leases.TakeAsync(Resource, "another", Lasts, default));
        await Eventually.TrueAsync(() => ledger.Waiting("insert into lease%") == 1);
        taking.IsCompleted.ShouldBeFalse();
        goOn.Set();

        await writing;
        (await taking).ShouldNotBeNull().Epoch.ShouldBe(2);
    }

    // A heartbeat that waits for a long write is no heartbeat.
    [Fact]
    public async Task Whoever_uses_it_prolongs_it_meanwhile()
    {
        var writing = await BeginAsync();

        (await Leases.RenewAsync([new(Resource, "me", 1)], Lasts, default).WaitAsync(Patience)).ShouldBe([Resource]);
        goOn.Set();
        await writing;
    }

    private async Task<Task> BeginAsync()
    {
        var lease = (await Leases.TakeAsync(Resource, "me", Lasts, default)).ShouldNotBeNull();
        var writing = Task.Run(() => ledger.DecideAsync(new() { Lease = lease }, slice =>
        {
            inside.Set();
            goOn.Wait(Patience).ShouldBeTrue();
            slice.Runs.Add(slice.Run());
        }));
        inside.Wait(Patience).ShouldBeTrue();
        return writing;
    }

    public void Dispose()
    {
        goOn.Set();
        ledger.Dispose();
        inside.Dispose();
        goOn.Dispose();
    }
}
