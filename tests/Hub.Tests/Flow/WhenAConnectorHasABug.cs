namespace IntegrationHub.Hub.Tests.Flow;

/// <summary>Each of these rolled back its page once, on every run, and so stopped the whole stream for ever.</summary>
public sealed class WhenAConnectorHasABug : IDisposable
{
    private const string Number = "H40.15-260302-0001";
    private const string Neighbour = "H40.15-260302-0002";
    private readonly TestHub hub = new();

    public static TheoryData<string, string> Bugs => new()
    {
        { "maps to no record", "mapping-failed" },
        { "maps to nothing at all", "mapping-failed" },
        { "maps to a change unless nothing", "unless-empty" },
    };

    [Theory]
    [MemberData(nameof(Bugs))]
    public async Task One_record_waits_with_its_reason_and_its_neighbours_go_on(string bug, string code)
    {
        hub.Target.Put(Number, Make.Base(Number));
        hub.Target.Put(Neighbour, Make.Base(Neighbour));
        var source = hub.Source(owns: false);
        source.Add("bad", Make.Day, Bug(bug));
        source.Add("good", Make.Day.AddSeconds(1), Make.Change(Neighbour, DossierStatus.InProcess, TimeSpan.FromMinutes(1)));
        await hub.SyncAsync();

        hub.Sql<string>("select source_key || ' ' || code from quarantine").ShouldBe($"bad {code}");
        hub.Receipts.ShouldBe("2 0 0 1 1");
        hub.Target.History.ShouldBe([$"dossier {Neighbour} 4"]);
    }

    [Fact]
    public async Task The_record_is_taken_once_its_mapping_is_mended()
    {
        var source = hub.Source();
        source.Add("bad", Make.Day, _ => new MapResult.Mapped());
        await hub.SyncAsync();
        source.Mended["bad"] = Make.Dossier(Number);
        await hub.PlantAsync("update quarantine set due_at = 0");
        await hub.ReleaseAsync();
        await hub.DeliverAsync();

        hub.Target.Numbers.ShouldBe([Number]);
    }

    private static Func<SourceRecord, MapResult> Bug(string bug) => bug switch
    {
        "maps to no record" => _ => new MapResult.Mapped(),
        "maps to nothing at all" => _ => null!,
        _ => record => new MapResult.Mapped(new DossierChange
        {
            Envelope = record.Envelope(Make.Day),
            Number = Number,
            Status = DossierStatus.InProcess,
            Condition = new() { Unless = [] },
        }),
    };

    public void Dispose() => hub.Dispose();
}
