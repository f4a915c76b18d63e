using IntegrationHub.Bench.Source;
using IntegrationHub.Demo.Processes;

namespace IntegrationHub.Bench.Processes;

/// <summary>The source as a running program.</summary>
internal sealed class SourceProcess : IAsyncDisposable
{
    private readonly Child child;
    private readonly HttpClient http;

    private SourceProcess(Child child, LicenceCalendar calendar) =>
        (this.child, Calendar, http) = (child, calendar, new HttpClient { BaseAddress = child.Address });

    public Uri Address => child.Address;

    public TimeSpan Worked => Work.Of(child.Id);

    public LicenceCalendar Calendar { get; }

    public static async Task<SourceProcess> StartAsync(int dossiers, CancellationToken cancellationToken)
    {
        var calendar = LicenceCalendar.Before(TimeProvider.System.GetUtcNow(), dossiers);
        var start = Self.Start("source", calendar.ToString());
        var child = await Child.StartAsync("bench-source", start, Scratch.Logs, Scratch.Patience, cancellationToken);
        return new(child, calendar);
    }

    public async Task<long> ServedAsync(CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<Served>("bench/served", cancellationToken))!.Records;

    public async Task ClearAsync(CancellationToken cancellationToken) =>
        (await http.PostAsync("bench/clear", content: null, cancellationToken)).EnsureSuccessStatusCode();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await child.DisposeAsync();
    }
}
