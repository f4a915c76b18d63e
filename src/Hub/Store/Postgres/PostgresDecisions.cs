using System.Data;
using Npgsql;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>
/// Decisions, on PostgreSQL. Dossiers are locked in the order of their numbers; should two transactions wait for each other all the
/// same, one of them is begun anew. Of a commit whose answer was lost the server is asked whether it happened.
/// </summary>
internal sealed class PostgresDecisions(PostgresLedger ledger, TimeProvider clock) : ILedger
{
    private const int Tries = 5;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    public async Task<T> DecideAsync<T>(Need need, Func<Slice, T> decide, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(need, decide, cancellationToken);
            }
            catch (PostgresException conflict) when (conflict.SqlState is PostgresErrorCodes.UniqueViolation)
            {
                throw new LedgerConflictException(conflict);
            }
            catch (PostgresException conflict) when (IsConflict(conflict) && attempt < Tries)
            {
                // Rolled back as a whole; it is decided again on what is there now.
            }
        }
    }

    private async Task<T> TryAsync<T>(Need need, Func<Slice, T> decide, CancellationToken cancellationToken)
    {
        await using var connection = await ledger.Source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        var load = new SliceLoad(connection, transaction, need);
        var slice = await load.LoadAsync(cancellationToken);
        var decided = decide(slice);
        await new SliceSave(connection, transaction, slice).SaveAsync(cancellationToken);
        await CommitAsync(transaction, load.Id);
        return decided;
    }

    // From here on nothing is cancelled: whether it happened must be known.
    private async Task CommitAsync(NpgsqlTransaction transaction, string id)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (NpgsqlException failure) when (failure is not PostgresException { SqlState: not PostgresErrorCodes.AdminShutdown })
        {
            if (!await HappenedAsync(id))
                throw;
        }
    }

    private async Task<bool> HappenedAsync(string id)
    {
        for (var began = clock.GetTimestamp(); ; await Task.Delay(Between, clock))
        {
            try
            {
                await using var command = ledger.Source.CreateCommand(SliceSql.TransactionStatus);
                command.Parameters.Add(new() { Value = id });
                if (await command.ExecuteScalarAsync() is string status && status != "in progress")
                    return status == "committed";
            }
            catch (NpgsqlException) when (clock.GetElapsedTime(began) < Patience)
            {
                // The server comes back, or the patience ends.
            }

            if (clock.GetElapsedTime(began) >= Patience)
                throw new TimeoutException("Whether a transaction was committed could not be learned; what it was about is looked at anew.");
        }
    }

    private static bool IsConflict(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable;
}
