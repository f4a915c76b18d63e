using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Deliver;

/// <summary>What is due in a range, as far as the retry budget lets it go.</summary>
internal sealed class DueRows(IDeliverStore store, RetryBudget budget)
{
    // On a basic target a call takes one dossier; an attempt still covers several calls, so that it costs one write and not fifty.
    private const int Fewest = 50;

    private readonly ReadAhead dossiers = new();
    private readonly ReadAhead progress = new();

    public Task<Admitted<PendingDossier>> DossiersAsync(int range, TargetCapabilities can, CancellationToken cancellationToken) =>
        AdmitAsync(dossiers, range, can.MaxDossiers, limit => store.DueDossiersAsync(range, limit, cancellationToken));

    public Task<Admitted<PendingProgress>> ProgressAsync(int range, TargetCapabilities can, CancellationToken cancellationToken) =>
        AdmitAsync(progress, range, can.MaxProgress, limit => store.DueProgressAsync(range, limit, cancellationToken));

    private async Task<Admitted<T>> AdmitAsync<T>(
        ReadAhead ahead, int range, int most, Func<int, Task<IReadOnlyList<T>>> read)
        where T : PendingRow
    {
        var due = await read(Math.Max(most, Fewest) + ahead.Of(range));
        var admitted = budget.Admit(due);
        ahead.Note(range, due.Count - admitted.Rows.Count);
        return admitted;
    }

    /// <summary>Rows that wait for the budget stand before the others, so as many more are read: they must not hide what may go.</summary>
    private sealed class ReadAhead
    {
        private const int Ranges = 64;
        private const int Most = 2000;   // each is held with its packet

        private readonly int[] waiting = new int[Ranges];

        public int Of(int range) => waiting[range];

        public void Note(int range, int rows) => waiting[range] = Math.Min(rows, Most);
    }
}
