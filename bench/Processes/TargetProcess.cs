using System.Globalization;
using IntegrationHub.Bench.Target;
using IntegrationHub.Demo.Processes;

namespace IntegrationHub.Bench.Processes;

/// <summary>The target as a running program.</summary>
internal sealed class TargetProcess : IAsyncDisposable
{
    private readonly Child child;
    private readonly HttpClient http;

    private TargetProcess(Child child) => (this.child, http) = (child, new HttpClient { BaseAddress = child.Address });

    public Uri Address => child.Address;

    public TimeSpan Worked => Work.Of(child.Id);

    public static async Task<TargetProcess> StartAsync(TargetManners manners, CancellationToken cancellationToken)
    {
        var start = Self.Start(
            "target", Text(manners.Batch), Text((int)manners.Delay.TotalMilliseconds));
        return new(await Child.StartAsync("bench-target", start, Scratch.Logs, Scratch.Patience, cancellationToken));
    }

    public async Task<Taken> TakenAsync(CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<Taken>("bench/taken", cancellationToken))!;

    public Task ClearAsync(CancellationToken cancellationToken) => TellAsync("clear", cancellationToken);

    /// <summary>From now on whoever signs in is refused.</summary>
    public Task ShutAsync(CancellationToken cancellationToken) => TellAsync("shut", cancellationToken);

    public Task OpenAsync(CancellationToken cancellationToken) => TellAsync("open", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await child.DisposeAsync();
    }

    private async Task TellAsync(string what, CancellationToken cancellationToken) =>
        (await http.PostAsync($"bench/{what}", content: null, cancellationToken)).EnsureSuccessStatusCode();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
