using System.Data;
using Npgsql;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>
/// Decisions, on PostgreSQL. Dossiers are locked in the order of their numbers; should two transactions wait for each other all the
/// same, one of them is begun anew. Of a commit whose answer was lost the ledger is asked whether it happened.
/// </summary>
internal sealed class PostgresDecisions(PostgresLedger ledger, CommitMarks marks, TimeProvider clock) : ILedger
{
    // Longer than the server keeps a transaction that nobody goes on with.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    public async Task<T> DecideAsync<T>(Need need, Func<Slice, T> decide, CancellationToken cancellationToken)
    {
        var mark = await marks.TakeAsync(cancellationToken);
        var known = true;
        try
        {
            return await Conflicts.RetryAsync(() => TryAsync(need, decide, mark, cancellationToken));
        }
        catch (PostgresException taken) when (Conflicts.IsMadeMeanwhile(taken))
        {
            throw new LedgerConflictException(taken);
        }
        catch (CommitUnknownException)
        {
            known = false;
            throw;
        }
        finally
        {
            if (known)
                marks.GiveBack(mark);
        }
    }

    private async Task<T> TryAsync<T>(Need need, Func<Slice, T> decide, CommitMark mark, CancellationToken cancellationToken)
    {
        await using var connection = await ledger.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var slice = await new SliceLoad(connection, transaction, need).LoadAsync(cancellationToken);
        var decided = decide(slice);
        await new SliceSave(connection, transaction, slice).SaveAsync(mark, cancellationToken);
        await CommitAsync(transaction, mark);
        return decided;
    }

    // From here on nothing is cancelled: whether it happened must be known.
    private async Task CommitAsync(NpgsqlTransaction transaction, CommitMark mark)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception failure) when (!Conflicts.IsRefused(failure))
        {
            if (!await HappenedAsync(mark, failure))
                throw new NotCommittedException(failure);
        }
    }

    // The mark is locked by the transaction as long as that lives, so the answer waits for its end.
    private async Task<bool> HappenedAsync(CommitMark mark, Exception failure)
    {
        for (var began = clock.GetTimestamp(); ; await Task.Delay(Between, clock))
        {
            try
            {
                return await ledger.ScalarAsync<long>(SliceSql.Marked, CancellationToken.None, mark.Id) == mark.Number;
            }
            catch (NpgsqlException) when (clock.GetElapsedTime(began) < Patience)
            {
                // The server comes back, or the patience ends.
            }
            catch (NpgsqlException)
            {
                throw new CommitUnknownException(failure);
            }
        }
    }
}

/// <summary>The connection was lost at the commit, and the ledger says that it did not happen.</summary>
internal sealed class NotCommittedException(Exception cause) : Exception("The commit did not happen.", cause);

/// <summary>The connection was lost at the commit, and the ledger does not answer any more.</summary>
internal sealed class CommitUnknownException(Exception cause)
    : Exception("Whether a decision was committed could not be learned; what it was about is looked at anew.", cause);
