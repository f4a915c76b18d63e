using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Deliver;
using IntegrationHub.Hub.Map;
using IntegrationHub.Hub.Store;

namespace IntegrationHub.Hub.Read;

/// <summary>
/// Looks up, at the settlement system, dossiers that a page speaks of and the ledger does not know. Outside the store
/// transaction; a target that is down, slow or another one stops no page, the records concerned wait in quarantine.
/// </summary>
internal sealed class BaseFinder(
    ICollectStore store, TargetBinding binding, TargetCircuit circuit, ITarget target, TargetReads reads, TimeProvider clock)
{
    /// <summary>A page is not held longer than this, however many look-ups it needs.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    // What was answered in time counts, so not all are asked in one breath.
    private const int LookUps = 100;

    private static readonly IReadOnlyDictionary<string, Base> None = new Dictionary<string, Base>();

    public async Task<IReadOnlyDictionary<string, Base>> FindAsync(IReadOnlyList<Judged> page, CancellationToken cancellationToken)
    {
        var sound = page.Select(j => j.Verdict).OfType<Verdict.Sound>().SelectMany(v => v.Records).ToList();
        var own = sound.OfType<PreparedDossier>().Select(d => d.Number).ToHashSet();
        var needed = sound.Select(r => r.Number).Where(n => !own.Contains(n)).Distinct().ToList();
        if (needed.Count == 0)
            return None;

        var unknown = (await store.UnknownAsync(needed, cancellationToken)).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count == 0)
            return None;
        return circuit.Closed ? await LookUpAsync(unknown, cancellationToken) : Unread(unknown, NotAsked);
    }

    private static Fault NotAsked { get; } =
        new Fault.Transient("The settlement system does not answer; the page went on without asking it.");

    private async Task<IReadOnlyDictionary<string, Base>> LookUpAsync(List<string> numbers, CancellationToken cancellationToken)
    {
        var tooLong = new Fault.Transient("The settlement system did not answer in time; the page went on without it.");
        var found = Unread(numbers, tooLong);
        using var limit = new CancellationTokenSource(Longest, clock);
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var asked = await reads.ReadAsync(() => binding.AskAsync(within.Token), within.Token);
            if (!asked.Succeeded(out _, out var fault))
                return Unread(numbers, fault);

            foreach (var some in numbers.Chunk(LookUps))
            {
                // Its progress is read with it before it is first sent.
                var answers = await reads.ReadAllAsync(
                    some, few => target.QueryAsync(few, withProgress: false, within.Token), within.Token);
                circuit.Note([.. answers.Select(answer => answer.Fault)], some[0]);
                foreach (var (number, answer) in some.Zip(answers))
                    found[number] = Read(answer);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            circuit.Note([tooLong], numbers[0]);   // the rest stays unread
        }

        return found;
    }

    private static Dictionary<string, Base> Unread(List<string> numbers, Fault fault) =>
        numbers.ToDictionary(n => n, Base (_) => new Base.Unread(fault));

    private static Base Read(Outcome<TargetDossier?> answer) =>
        !answer.Succeeded(out var dossier, out var fault) ? new Base.Unread(fault)
        : dossier is null ? new Base.Absent()
        : new Base.Found(dossier);
}
