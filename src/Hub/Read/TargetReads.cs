using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Read;

/// <summary>
/// Reads of the target that are not the outbox's, and so have no back-off of it: asked again when the target asks to wait or
/// stumbles. Thousands of reads meet both, and what gives up at the first never ends. Writes never come here.
/// </summary>
internal sealed class TargetReads
{
    // Among a few hundred reads asked together, several may be told to wait one after the other.
    private const int Tries = 20;
    private static readonly TimeSpan AfterStumble = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    // A timer may end a moment too early; who asked within that moment would find the target closed, twenty times in no time.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider clock;
    private readonly bool throughStumbles;

    private TargetReads(TimeProvider clock, bool throughStumbles) => (this.clock, this.throughStumbles) = (clock, throughStumbles);

    /// <summary>For a reconciliation: nothing waits for it, so it waits through stumbles too.</summary>
    public static TargetReads Patient(TimeProvider clock) => new(clock, throughStumbles: true);

    /// <summary>For a page that is held meanwhile: it waits where it is asked to; a target that is down is not waited for.</summary>
    public static TargetReads Brief(TimeProvider clock) => new(clock, throughStumbles: false);

    public async Task<Outcome<T>> ReadAsync<T>(Func<Task<Outcome<T>>> ask, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await ask();
            if (answer.Fault is not { } fault || attempt == Tries || Wait(fault) is not { } wait)
                return answer;
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    /// <summary>The same for many at once: only what stumbled is asked again.</summary>
    public async Task<IReadOnlyList<Outcome<T>>> ReadAllAsync<T>(
        IReadOnlyList<string> numbers, Func<IReadOnlyList<string>, Task<IReadOnlyList<Outcome<T>>>> ask,
        CancellationToken cancellationToken)
    {
        var answers = (await ask(numbers)).ToArray();
        for (var attempt = 1; attempt < Tries; attempt++)
        {
            var stumbled = Enumerable.Range(0, answers.Length)
                .Where(i => answers[i].Fault is { } fault && Wait(fault) is not null)
                .ToList();
            if (stumbled.Count == 0)
                break;

            await Task.Delay(stumbled.Max(i => Wait(answers[i].Fault!)!.Value), clock, cancellationToken);
            var again = await ask([.. stumbled.Select(i => numbers[i])]);
            foreach (var (index, answer) in stumbled.Zip(again))
                answers[index] = answer;
        }

        return answers;
    }

    private TimeSpan? Wait(Fault fault) => fault switch
    {
        Fault.Throttled { Until: var until } when until - clock.GetUtcNow() is var wait && wait <= LongestWait =>
            wait > ShortestWait ? wait : ShortestWait,
        Fault.Transient or Fault.AuthExpired when throughStumbles => AfterStumble,
        _ => null,
    };
}
