namespace IntegrationHub.Demo;

/// <summary>Looks at something until it is done. It waits as long as something changes, and five minutes more.</summary>
internal sealed class Watch(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    /// <summary>What it looked like at last, and whether it was done then; if not, nothing moves any more.</summary>
    public async Task<(T Last, bool Done)> UntilAsync<T>(
        Func<CancellationToken, Task<T>> look, Func<T, bool> done, CancellationToken cancellationToken)
        where T : notnull
    {
        var (last, since) = (await look(cancellationToken), clock.GetTimestamp());
        while (!done(last))
        {
            if (clock.GetElapsedTime(since) > Patience)
                return (last, false);
            await Task.Delay(Glance, clock, cancellationToken);
            var now = await look(cancellationToken);
            if (!now.Equals(last))
                (last, since) = (now, clock.GetTimestamp());
        }
        return (last, true);
    }
}
