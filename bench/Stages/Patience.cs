using System.Diagnostics;

namespace IntegrationHub.Bench.Stages;

/// <summary>Looks at something cheap until it is there, a hundred times a second; gives up when nothing has moved for long.</summary>
internal static class Patience
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public static async Task<T> UntilAsync<T>(
        string what, Func<CancellationToken, Task<T>> look, Func<T, bool> there, CancellationToken cancellationToken)
    {
        var (last, since) = (await look(cancellationToken), Stopwatch.GetTimestamp());
        while (!there(last))
        {
            if (Stopwatch.GetElapsedTime(since) > Longest)
                throw new BenchException($"nothing has moved for {Longest.TotalMinutes:0} minutes while waiting until {what}: {last}");
            await Task.Delay(Glance, cancellationToken);
            var now = await look(cancellationToken);
            if (!Equals(now, last))
                (last, since) = (now, Stopwatch.GetTimestamp());
        }

        return last;
    }
}
