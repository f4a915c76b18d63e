using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>
/// One sending of many items: which calls are made, and what became of each item. What is not known to be accepted is a fault.
/// </summary>
internal sealed class Sending(SettlementChannel channel, SettlementSession sessions, CallSize size, ILogger logger, int count)
{
    // One lost answer says little; a target that is down must not keep a worker for fifty time-outs.
    private const int Silences = 3;

    private static readonly Fault GivenUp = new Fault.Transient("Not sent: the hub gave up before its turn came.");
    private static readonly Fault Unanswered = new Fault.Transient("Not sent: the calls before it were not answered.");
    private readonly Fault?[] outcomes = [.. Enumerable.Repeat(GivenUp, count)];
    private Fault? stop;
    private int silences;

    /// <summary>For each item, in order: <see langword="null"/> when accepted, else its fault.</summary>
    public IReadOnlyList<Fault?> Outcomes => outcomes;

    /// <summary>Sends a batch in as many calls as it takes.</summary>
    public async Task SendAsync(Batch batch, TargetCapabilities target, CancellationToken cancellationToken)
    {
        var limit = batch.Limit(target);
        var held = new Dictionary<string, Fault>(StringComparer.Ordinal);
        var parts = new Stack<IReadOnlyList<int>>([batch.Items]);
        while (parts.TryPop(out var part))
        {
            if (Stopped(cancellationToken) is { } reason)
            {
                Meet(part, reason);
            }
            else if (part.Count > limit)
            {
                Split(parts, part, limit);
            }
            else if (!size.Allows(batch, part))
            {
                Split(parts, part, part.Count / 2);
            }
            else if (await CallAsync(batch, Unheld(batch, part, held), held, cancellationToken) is { Count: > 1 } refused)
            {
                limit = await AskLimitAsync(batch, limit, refused, cancellationToken);
                logger.Halved(batch.Service, refused.Count, limit);
                Split(parts, refused, refused.Count / 2);
            }
        }
    }

    /// <summary>Gives every item the same fate.</summary>
    public IReadOnlyList<Fault?> AllMeet(Fault fault)
    {
        Array.Fill(outcomes, fault);
        return outcomes;
    }

    /// <summary>Waits for something that changes nothing at the target; a caller that gives up meanwhile is a value here.</summary>
    public static async Task<Outcome<T>> UnlessGivenUpAsync<T>(Task<Outcome<T>> work)
    {
        try
        {
            return await work;
        }
        catch (OperationCanceledException)
        {
            return GivenUp;
        }
    }

    /// <summary>Makes one call.</summary>
    /// <returns>The items where they were refused together, which condemns none of them; else nothing.</returns>
    private async Task<List<int>> CallAsync(
        Batch batch, List<int> part, Dictionary<string, Fault> held, CancellationToken cancellationToken)
    {
        if (part.Count == 0)
            return [];

        var answer = await UnlessGivenUpAsync(
            channel.CallAsync(batch.Call(part), envelope => Fates(batch, part, envelope), cancellationToken));
        NoteSilence(answer.Fault);
        if (!answer.Succeeded(out var fates, out var fault))
        {
            if (fault is Fault.Rejected { Code: "413" })
                size.Refuse(batch, part);
            if (SettlementFaults.IsOrderly(fault) && !batch.HoldsForAll(fault, part))
                return part;
            if (fault is Fault.AuthRefused or Fault.Throttled)
                Volatile.Write(ref stop, fault);
            fates = [.. Enumerable.Repeat(fault, part.Count)];
        }

        for (var i = 0; i < part.Count; i++)
            Meet(batch, part[i], fates[i], held);
        return [];
    }

    private void NoteSilence(Fault? fault)
    {
        if (fault is not (Fault.Transient or Fault.UnknownOutcome))
            Volatile.Write(ref silences, 0);
        else if (Interlocked.Increment(ref silences) >= Silences)
            Interlocked.CompareExchange(ref stop, Unanswered, null);
    }

    private static Outcome<Fault?[]>? Fates(Batch batch, List<int> part, Envelope envelope)
    {
        if (!batch.AnswersItems)
            return new Fault?[part.Count];
        if (envelope.Rows(SettlementJson.Default.ItemRowArray) is not { } rows || rows.Length != part.Count)
            return null;
        if (rows.Where((row, i) => row.MaHoSo != batch.Number(part[i])).Any())
            return null;
        return rows.Select((row, i) => Fate(row, batch.Packet(part[i]))).ToArray();
    }

    private static Fault? Fate(ItemRow row, Spliced sent) =>
        SettlementFaults.OfCode(row.ErrorCode, row.ErrorCode is "0" or "00" ? "" : TargetMessage.Clean(row.Message.ReadText(), [sent]));

    /// <summary>The limit may have been lowered since the session began.</summary>
    private async Task<int> AskLimitAsync(Batch batch, int limit, List<int> refused, CancellationToken cancellationToken)
    {
        var asked = await UnlessGivenUpAsync(sessions.AskAgainAsync(cancellationToken));
        if (asked.Succeeded(out var session, out var fault))
            return batch.Limit(session.Capabilities);
        if (fault is Fault.AuthRefused or Fault.Throttled)
            Volatile.Write(ref stop, fault);
        return Math.Min(limit, refused.Count - 1);
    }

    private Fault? Stopped(CancellationToken cancellationToken) =>
        Volatile.Read(ref stop) ?? (cancellationToken.IsCancellationRequested ? GivenUp : null);

    /// <summary>Rows of one dossier keep their order: behind one whose fate is open, the next ones wait.</summary>
    private List<int> Unheld(Batch batch, IReadOnlyList<int> part, Dictionary<string, Fault> held)
    {
        var free = new List<int>(part.Count);
        foreach (var item in part)
            if (held.TryGetValue(batch.Number(item), out var waits))
                outcomes[item] = waits;
            else
                free.Add(item);
        return free;
    }

    private void Meet(Batch batch, int item, Fault? fate, Dictionary<string, Fault> held)
    {
        outcomes[item] = fate;
        if (fate is not (null or Fault.Rejected))
            held[batch.Number(item)] = fate is Fault.UnknownOutcome
                ? new Fault.Transient("Not sent: it is not known what became of an earlier row of the dossier.")
                : fate;
    }

    private void Meet(IReadOnlyList<int> part, Fault fate)
    {
        foreach (var item in part)
            outcomes[item] = fate;
    }

    private static void Split(Stack<IReadOnlyList<int>> parts, IReadOnlyList<int> part, int first)
    {
        parts.Push([.. part.Skip(first)]);
        parts.Push([.. part.Take(first)]);
    }
}
