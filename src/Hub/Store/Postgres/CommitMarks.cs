using System.Collections.Concurrent;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>
/// The marks that decisions leave in the ledger, so that it can be asked whether one was committed. A mark is one decision's at a time,
/// and is used again by the next.
/// </summary>
internal sealed class CommitMarks(PostgresLedger ledger, TimeProvider clock)
{
    // Marks of processes that have ended go after a month; what has lain here for a day is left to that.
    private const string Make = """
        with gone as (delete from commit_mark where marked_at < clock_timestamp() - interval '30 days')
        insert into commit_mark (number, marked_at) values (0, clock_timestamp()) returning id
        """;

    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(1);

    private readonly ConcurrentStack<Kept> free = new();

    /// <summary>Takes a mark that nobody else has; its number is a new one.</summary>
    public async Task<CommitMark> TakeAsync(CancellationToken cancellationToken)
    {
        while (free.TryPop(out var kept))
            if (clock.GetElapsedTime(kept.Since) < GoodFor)
                return kept.Mark with { Number = kept.Mark.Number + 1 };
        return new(await ledger.ScalarAsync<long>(Make, cancellationToken), Number: 1);
    }

    /// <summary>Gives it back, once it is known what became of the decision.</summary>
    public void GiveBack(CommitMark mark) => free.Push(new(mark, clock.GetTimestamp()));

    private sealed record Kept(CommitMark Mark, long Since);
}

/// <summary>What a decision writes with everything else.</summary>
/// <param name="Id">The row that it is written into.</param>
/// <param name="Number">Higher with each decision.</param>
internal sealed record CommitMark(long Id, long Number);
