using Xunit;

namespace IntegrationHub.EndToEnd.Tests;

/// <summary>Waits, with a deadline, for what another process does and does not tell. Within its own process a test is told.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    public static Task TrueAsync(Func<bool> condition) => TrueAsync(() => Task.FromResult(condition()));

    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        while (!await condition())
            await timer.WaitForNextTickAsync(deadline.Token);
    }
}
