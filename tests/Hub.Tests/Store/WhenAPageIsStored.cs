using IntegrationHub.Hub.Map;
using IntegrationHub.Hub.Read;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IntegrationHub.Hub.Tests.Store;

public sealed class WhenAPageIsStored : IDisposable
{
    private const string Number = "H40.15-260302-0001";
    private readonly TestHub hub = new();

    // Each refused record left its savepoint open once, so that a page of 500 refusals nested 500 of them.
    [Fact]
    public async Task A_record_that_is_undone_leaves_no_savepoint_behind()
    {
        hub.Source(owns: false).Add("k", Make.Day, record => new MapResult.Mapped([.. Step(record, 1), .. Step(record, 2)]));
        var source = hub.Get<Sources>().Find("alpha")!;
        var page = (await source.Connector.ReadAsync(null, default)).Value!;
        var judged = hub.Get<RecordMapper>().Judge(source, source.Name(page.Records[0], "x"), present: null);
        var run = await hub.Get<ICollectStore>().BeginRunAsync("alpha", Origins.Source, "test", default);

        await hub.Get<SqliteLedger>().WriteAsync(
            sql =>
            {
                var commit = new PageCommit { Run = run, PageNo = 1, Origin = Origins.Source, Source = source, Records = [judged] };
                new PageWriter(sql, commit, hub.Get<QuarantineWaits>(), "x", 0).Write().Quarantined.ShouldBe(1);
                Should.Throw<SqliteException>(() => sql.Run("release record")).Message.ShouldContain("no such savepoint");
            },
            default);
    }

    private static IEnumerable<CanonicalRecord> Step(SourceRecord record, int step) =>
        ((MapResult.Mapped)Make.Progress(Number, step)(record)).Records;

    public void Dispose() => hub.Dispose();
}
