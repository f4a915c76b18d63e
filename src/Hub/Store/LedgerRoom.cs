using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Store;

/// <summary>
/// Whether there is room for the ledger. Where it gets short, what comes in stops first, so that what goes out can still be written down:
/// sources are read no more, and where it gets shorter still, no callback is taken.
/// </summary>
internal sealed class LedgerRoom(LedgerDatabase ledger, HubOptions options, TimeProvider clock, ILogger<LedgerRoom> log)
{
    private const int ForCallbacks = 4;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private long? lookedAt;
    private long left = long.MaxValue;
    private bool told;

    /// <summary>Why no source is read; null while there is room.</summary>
    public string? WhyNotRead => Left < options.LowSpaceMiB
        ? $"there is room for {left} MiB more of the ledger, less than Hub:LowSpaceMiB ({options.LowSpaceMiB}); no source is read until there is more"
        : null;

    /// <summary>Whether callbacks are still taken; a caller that is refused comes again.</summary>
    public bool TakesCallbacks => Left >= options.LowSpaceMiB / ForCallbacks;

    private long Left
    {
        get
        {
            lock (gate)
            {
                if (lookedAt is null || clock.GetElapsedTime(lookedAt.Value) >= LookEvery)
                    Look();
                return left;
            }
        }
    }

    private void Look()
    {
        (lookedAt, left) = (clock.GetTimestamp(), (ledger.FreeBytes ?? long.MaxValue) >> 20);
        var isShort = left < options.LowSpaceMiB;
        if (isShort && !told)
            Log.ShortOfRoom(log, left, options.LowSpaceMiB);
        if (!isShort && told)
            Log.HasRoom(log, left);
        told = isShort;
    }
}
