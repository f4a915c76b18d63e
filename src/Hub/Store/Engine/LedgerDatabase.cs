using System.Data.Common;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Store;

/// <summary>The database that holds the ledger: SQLite in a file of its own, or PostgreSQL. What is decided never sees it.</summary>
public abstract class LedgerDatabase : IDisposable
{
    /// <summary>What it is called where people read it; without a password.</summary>
    public abstract string Name { get; }

    /// <summary>Whether it is there to be looked at; one that is not is made by <see cref="Migrate"/>.</summary>
    public abstract bool Exists { get; }

    /// <summary>Brings the schema up to date, and makes the ledger where it is not there.</summary>
    /// <exception cref="InvalidOperationException">A migration failed; the message names it.</exception>
    public abstract void Migrate();

    /// <summary>Keeps other processes off the ledger, where the engine serves one only.</summary>
    /// <exception cref="InvalidOperationException">Another process has it; the message says which file tells so.</exception>
    public abstract IDisposable Hold();

    /// <summary>The migrations that the ledger does not have yet.</summary>
    public async Task<IReadOnlyList<string>> MissingMigrationsAsync()
    {
        var applied = await AppliedAsync();
        return [.. Known.Where(name => !applied.Contains(name)).Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The migrations that a newer version has made and this one does not know. A schema only grows by the next version, so this one works
    /// on what the next has made; of what comes after that it cannot know.
    /// </summary>
    public async Task<IReadOnlyList<string>> NewerMigrationsAsync() =>
        [.. (await AppliedAsync()).Except(Known).Order(StringComparer.Ordinal)];

    /// <summary>What is wrong with its file itself, which no invariant would tell; empty where the engine watches over that by itself.</summary>
    public virtual Task<IReadOnlyList<string>> DamageAsync() => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>How much it may still grow; null where the engine does not tell.</summary>
    internal virtual long? FreeBytes => null;

    /// <summary>How the views ask it.</summary>
    internal abstract ViewsDialect Dialect { get; }

    /// <summary>Reads what belongs together, as it was at one moment; nobody waits for it, and it waits for nobody.</summary>
    internal abstract Task<T> ReadAsync<T>(Func<DbConnection, T> read);

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>The folder of its migrations among the resources of this assembly.</summary>
    private protected abstract string Migrations { get; }

    private IEnumerable<string> Known => typeof(LedgerDatabase).Assembly.GetManifestResourceNames().Where(IsMigration);

    private protected bool IsMigration(string name) => name.Contains(Migrations, StringComparison.Ordinal);

    /// <summary>The migrations that the ledger has.</summary>
    private protected abstract Task<IReadOnlyCollection<string>> AppliedAsync();

    /// <summary>Lets go of all connections.</summary>
    protected abstract void Close();
}
