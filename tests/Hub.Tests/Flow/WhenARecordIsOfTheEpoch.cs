using System.Globalization;

namespace IntegrationHub.Hub.Tests.Flow;

public sealed class WhenARecordIsOfTheEpoch : IDisposable
{
    private const string Number = "H40.13-260302-0001";
    private readonly TestHub hub = new();

    [Theory]
    [InlineData("1970-01-01T00:00:00+07:00")]
    [InlineData("1970-01-01T07:00:00+07:00")]
    [InlineData("1900-01-02T00:00:00+07:00")]
    public async Task Its_version_is_one_that_the_target_takes(string empty)
    {
        var time = DateTimeOffset.Parse(empty, CultureInfo.InvariantCulture);
        hub.Target.Refuse = item => item.Version < 1 ? new Fault.Rejected("1", "PhienBan is not positive") : null;
        var source = hub.Source();
        source.Add("k", time, Make.Dossier(Number, after: time - Make.Day));
        await hub.SyncAsync();
        hub.Target.Version(Number).ShouldBe(1);

        source.Add("k", Make.Day, Make.Dossier(Number, DossierStatus.InProcess));
        await hub.SyncAsync();
        hub.Target.Version(Number).ShouldBe(Make.Day.Micros());
    }

    public void Dispose() => hub.Dispose();
}
