namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>
/// One ledger, one hub: a file beside the ledger that the hub holds open. The system lets go of it when the process ends, however it
/// ends; the file itself stays and means nothing.
/// </summary>
internal sealed class LedgerLock : IDisposable
{
    private readonly FileStream held;

    private LedgerLock(FileStream held) => this.held = held;

    /// <summary>The file that is held for a ledger.</summary>
    public static string PathOf(string ledger) => Path.GetFullPath(ledger) + ".lock";

    /// <summary>Why a ledger cannot be had when its lock cannot.</summary>
    public static string WhyNot(string ledger) =>
        $"{PathOf(ledger)} is held by another process, probably another hub-server on this ledger; "
        + "end that one, or give this one a ledger of its own.";

    /// <summary>Takes the lock; null when another process holds it.</summary>
    public static LedgerLock? TryTake(string ledger)
    {
        var path = PathOf(ledger);
        OwnersOnly.MakeFolderOf(path);
        try
        {
            return new(OwnersOnly.Open(path, FileMode.OpenOrCreate));
        }
        catch (IOException held) when (held.GetType() == typeof(IOException))
        {
            return null;   // the kinds of IOException that say something else (no such folder, path too long) have types of their own
        }
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();
}
