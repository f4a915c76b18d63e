using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Hub.Read;

/// <summary>Asks the target again when it asks to wait or stumbles: thousands of reads meet both, and what gives up at the first never ends.</summary>
internal sealed class Patience(TimeProvider clock, bool throughStumbles = true)
{
    // Among a few hundred reads asked together, several may be told to wait one after the other.
    private const int Tries = 20;
    private static readonly TimeSpan AfterStumble = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public async Task<Outcome<T>> AskAsync<T>(Func<Task<Outcome<T>>> ask, CancellationToken cancellationToken)
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
    public async Task<IReadOnlyList<Outcome<T>>> AskAllAsync<T>(
        IReadOnlyList<string> numbers, Func<IReadOnlyList<string>, Task<IReadOnlyList<Outcome<T>>>> ask, CancellationToken cancellationToken)
    {
        var answers = (await ask(numbers)).ToArray();
        for (var attempt = 1; attempt < Tries; attempt++)
        {
            var stumbled = Enumerable.Range(0, answers.Length).Where(i => answers[i].Fault is { } fault && Wait(fault) is not null).ToList();
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
        Fault.Throttled throttled when throttled.Until - clock.GetUtcNow() is var wait && wait <= Longest => wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
        Fault.Transient or Fault.AuthExpired when throughStumbles => AfterStumble,
        _ => null,
    };
}
