using Npgsql;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>What the server says when others were in the way, and what is done about it.</summary>
internal static class Conflicts
{
    private const int Tries = 5;

    // What decisions take for new.
    private static readonly string[] Made = ["dossier", "packet", "progress"];

    /// <summary>Does something again that was rolled back as a whole, on what is there now.</summary>
    public static async Task<T> RetryAsync<T>(Func<Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (Exception failure) when (IsUndone(failure) && attempt < Tries)
            {
                // Its turn comes again.
            }
        }
    }

    /// <summary>Whether a dossier that was taken for new is there.</summary>
    public static bool IsMadeMeanwhile(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.UniqueViolation && Made.Contains(failure.TableName);

    /// <summary>Whether the server has refused a commit; of any other failure it is not known what it means.</summary>
    public static bool IsRefused(Exception failure) =>
        failure is PostgresException { SqlState: var state } && state[..2] is "23" or "40";

    private static bool IsUndone(Exception failure) => failure switch
    {
        NotCommittedException => true,
        PostgresException { SqlState: var state } => state is PostgresErrorCodes.DeadlockDetected
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.AdminShutdown,
        NpgsqlException { InnerException: not TimeoutException, IsTransient: true } => true,   // a connection of the pool that is none any more
        _ => false,
    };
}
