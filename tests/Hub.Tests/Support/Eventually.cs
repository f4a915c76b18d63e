namespace IntegrationHub.Hub.Tests.Support;

/// <summary>Waits for what must come by itself.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task TrueAsync(Func<bool> come)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!come())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "It does not come.");
            await Task.Yield();
        }
    }
}
