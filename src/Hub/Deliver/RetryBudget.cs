using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Deliver;

/// <summary>
/// Of the rows that go to the target, how many may have failed before: a tenth of those of the last minute, and a few. What succeeds
/// costs nothing, so that a target that is well again gets all that waited; one that goes on failing is hit no harder than a sound one.
/// </summary>
internal sealed class RetryBudget(TimeProvider clock)
{
    private const int Floor = 60;
    private const double Share = 0.1;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly Queue<Counts> slices = new();
    private int underWay;

    public RetryStatus Status
    {
        get
        {
            lock (gate)
                return new(Used, Allowed);
        }
    }

    private int Used => Recent.Sum(slice => slice.FailedAgain) + underWay;

    private int Allowed => Floor + (int)(Share * Recent.Sum(slice => slice.Sent));

    private IEnumerable<Counts> Recent => slices.Where(slice => clock.GetUtcNow() - slice.From < Window);

    /// <summary>Of the rows that are due, those that may go now. The others stay as they are, and so do later rows of their dossiers.</summary>
    /// <returns>They; to be disposed of when their fate is known.</returns>
    public Admitted<T> Admit<T>(IReadOnlyList<T> due)
        where T : PendingRow
    {
        lock (gate)
        {
            var rows = Affordable(due, Allowed - Used);
            var retries = rows.Count(HasFailed);
            Present().Sent += rows.Count;
            underWay += retries;
            return new(rows, () => End(retries));
        }
    }

    /// <summary>A row that had failed before has failed again.</summary>
    public void FailedAgain()
    {
        lock (gate)
            Present().FailedAgain++;
    }

    /// <summary>A person has looked: all begins anew.</summary>
    public void Reset()
    {
        lock (gate)
            slices.Clear();
    }

    private static bool HasFailed(PendingRow row) => row.Attempts > 0;

    private static List<T> Affordable<T>(IReadOnlyList<T> due, int retries)
        where T : PendingRow
    {
        var rows = new List<T>(due.Count);
        var waiting = new HashSet<string>();
        foreach (var row in due)
        {
            if (waiting.Contains(row.Number) || (HasFailed(row) && retries <= 0))
            {
                waiting.Add(row.Number);
                continue;
            }

            rows.Add(row);
            retries -= HasFailed(row) ? 1 : 0;
        }

        return rows;
    }

    private void End(int retries)
    {
        lock (gate)
            underWay -= retries;
    }

    private Counts Present()
    {
        var now = clock.GetUtcNow();
        while (slices.TryPeek(out var oldest) && now - oldest.From >= Window)
            slices.Dequeue();
        if (slices.LastOrDefault() is not { } last || now - last.From >= Slice)
            slices.Enqueue(last = new() { From = now });
        return last;
    }

    private sealed class Counts
    {
        public required DateTimeOffset From { get; init; }

        public int Sent { get; set; }

        public int FailedAgain { get; set; }
    }
}

/// <summary>Rows that may go now, until their fate is known.</summary>
internal sealed class Admitted<T>(IReadOnlyList<T> rows, Action end) : IDisposable
{
    public IReadOnlyList<T> Rows => rows;

    public void Dispose() => end();
}
