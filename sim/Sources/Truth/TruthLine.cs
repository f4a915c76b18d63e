using System.Text.Json.Serialization;
using IntegrationHub.Sim.Sources.Facts;

namespace IntegrationHub.Sim.Sources.Truth;

internal sealed record BaseLine(
    [property: JsonPropertyName("dossier")] Packet Dossier,
    [property: JsonPropertyName("progress")] IReadOnlyList<Progress> Progress);

/// <summary>
/// What must be at the target for one dossier when everything of a wave is delivered. <c>Written</c>: somebody else than the counter
/// must have written it. <c>HeldBack</c>: a record that nobody can take was seen and no better one has taken its place. So it is as long
/// as the dossier is bad, and of callbacks for ever: the right one is another record.
/// </summary>
internal sealed record TruthLine(
    string MaHoSo,
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("sourceKey")] string SourceKey,
    [property: JsonPropertyName("bad")] bool Bad,
    [property: JsonPropertyName("heldBack")] bool HeldBack,
    [property: JsonPropertyName("written")] bool Written,
    [property: JsonPropertyName("expected"), JsonIgnore(Condition = JsonIgnoreCondition.Never)] Packet? Expected,
    [property: JsonPropertyName("progress")] IReadOnlyList<Progress> Progress,
    [property: JsonPropertyName("why")] string? Why)
{
    public static TruthLine Of(ConstructionFacts facts, int wave)
    {
        var shown = LastGood(facts.Flaw, wave);
        return Line(
            "construction-permits", facts.MaHoSo, facts.Flaw, wave, shown is not null,
            shown is { } w ? ConstructionTruth.Of(facts, w) : null, []);
    }

    public static TruthLine Of(LicenceFacts facts, int wave)
    {
        var shown = LastGood(facts.Flaw, wave);
        return Line(
            "driving-licences", facts.MaHoSo, facts.Flaw, wave, shown is not null, shown is { } w ? LicenceTruth.Of(facts, w) : null,
            shown is { } v ? LicenceTruth.ProgressOf(facts, v) : []);
    }

    public static TruthLine Of(LandFacts facts, int wave)
    {
        var sent = facts.Events.Where(what => what.Wave <= wave).ToList();
        var line = Line(
            "land-registry", facts.MaHoSo, facts.Flaw, wave, facts.HasBase && sent.Any(what => what.IsSound),
            facts.HasBase ? LandTruth.Fold(facts, sent) : null,
            facts.HasBase ? LandTruth.ProgressOf(facts, sent) : []);
        return line with { HeldBack = line.Bad || sent.Any(what => !what.IsSound) };
    }

    private static TruthLine Line(
        string source, string key, Flaw? flaw, int wave, bool written, Packet? expected, IReadOnlyList<Progress> progress)
    {
        var why = flaw is not null && flaw.HoldsAt(wave) ? Reasons.Of(flaw.Kind) : null;
        return new(key, source, key, Bad: why is not null, HeldBack: why is not null, written, expected, progress, why);
    }

    /// <summary>The newest wave in which a polled source showed a good version, if there was one.</summary>
    private static int? LastGood(Flaw? flaw, int wave) =>
        flaw is null || !flaw.HoldsAt(wave) ? wave
        : flaw.From > 0 ? flaw.From - 1
        : null;
}
