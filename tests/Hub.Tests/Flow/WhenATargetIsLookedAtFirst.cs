namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenATargetIsLookedAtFirst : IDisposable
{
    private const string Owned = "H40.13-260302-0001";
    private const string Theirs = "H40.15-260302-0001";
    private readonly TestHub hub = new();

    // Progress is a call of its own for each dossier, and what comes of it is folded only into what no connector owns.
    [Fact]
    public async Task Progress_is_asked_for_only_where_it_is_put_to_use()
    {
        hub.Target.Put(Theirs, Make.Base(Theirs));
        hub.Source("owner").Add("k", Make.Day, Make.Dossier(Owned));
        hub.Source("other", owns: false).Add("c", Make.Day, Make.Change(Theirs, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        await hub.CollectAsync("owner");
        await hub.CollectAsync("other");
        await hub.PlantAsync("update outbox set query_first = true, range = 0");
        await hub.DeliverAsync();

        hub.Target.ProgressAskedFor.ShouldBe([Theirs]);
        hub.Outbox.ShouldBe("0 2 0 0");
    }

    public void Dispose() => hub.Dispose();
}
