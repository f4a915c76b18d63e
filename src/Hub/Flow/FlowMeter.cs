using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Flow;

/// <summary>The stages whose speed is shown.</summary>
internal enum Stage
{
    /// <summary>Read, map, validate, store.</summary>
    Collect,

    /// <summary>Deliver, acknowledge.</summary>
    Deliver,

    /// <summary>Reconcile.</summary>
    Reconcile,
}

/// <summary>How many records each stage handled, and how long at least one worker was at it.</summary>
internal sealed class FlowMeter(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly long[] records = new long[3];
    private readonly TimeSpan[] busy = new TimeSpan[3];
    private readonly int[] active = new int[3];
    private readonly long[] since = new long[3];

    /// <summary>Records handled and busy time of a stage.</summary>
    public (long Records, TimeSpan Busy) Read(Stage stage)
    {
        lock (gate)
        {
            var running = active[(int)stage] > 0 ? clock.GetElapsedTime(since[(int)stage]) : TimeSpan.Zero;
            return (records[(int)stage], busy[(int)stage] + running);
        }
    }

    internal void Add(Stage stage, long count)
    {
        lock (gate)
            records[(int)stage] += count;
    }

    internal void Collected(PageReceipt receipt) => Add(Stage.Collect, receipt.Read);

    /// <summary>Time counts while at least one worker is at the stage.</summary>
    internal Measurement Measure(Stage stage)
    {
        lock (gate)
            if (active[(int)stage]++ == 0)
                since[(int)stage] = clock.GetTimestamp();
        return new(this, stage);
    }

    private void End(Stage stage)
    {
        lock (gate)
            if (--active[(int)stage] == 0)
                busy[(int)stage] += clock.GetElapsedTime(since[(int)stage]);
    }

    internal readonly struct Measurement(FlowMeter meter, Stage stage) : IDisposable
    {
        public void Dispose() => meter.End(stage);
    }
}
