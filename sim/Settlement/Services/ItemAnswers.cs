using System.Text.Json;
using IntegrationHub.Sim.Settlement.Store;
using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

/// <summary>How the verdicts of a write are told: item by item (extended), or as the one of the call (basic).</summary>
internal sealed class ItemAnswers(Options options, Statistics statistics)
{
    /// <summary>A call that is refused before its items are looked at.</summary>
    public Answer Refuse(string message, int items)
    {
        statistics.CountItems(0, Math.Max(items, 1));
        return Answer.Refused(message);
    }

    public Answer Tell(IReadOnlyList<Verdict> verdicts)
    {
        var accepted = verdicts.Count(verdict => verdict.IsAccepted);
        statistics.CountItems(accepted, verdicts.Count - accepted);
        return options.Profile == Profile.Extended ? Answer.Accepted(json => Write(json, verdicts)) : OfCall(verdicts);
    }

    private static Answer OfCall(IReadOnlyList<Verdict> verdicts)
    {
        var decisive = verdicts.FirstOrDefault(verdict => !verdict.IsAccepted, verdicts[0]);
        return new Answer(decisive.Code, decisive.Message);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Verdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            json.WriteStartObject();
            json.WriteString("MaHoSo", verdict.MaHoSo);
            json.WriteString("error_code", verdict.Code);
            json.WriteString("message", verdict.Message);
            json.WriteEndObject();
        }
    }
}
