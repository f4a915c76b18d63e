using System.Text.Json.Serialization;
using IntegrationHub.Sim.Sources.Facts;

namespace IntegrationHub.Sim.Sources.Truth;

internal sealed record BaseLine(
    [property: JsonPropertyName("dossier")] Packet Dossier,
    [property: JsonPropertyName("progress")] IReadOnlyList<Progress> Progress);

/// <summary>What must be at the target for one dossier when everything of a wave is delivered.</summary>
internal sealed record TruthLine(
    string MaHoSo,
    [property: JsonPropertyName("source")] string Source,
    [property: JsonPropertyName("sourceKey")] string SourceKey,
    [property: JsonPropertyName("bad")] bool Bad,
    [property: JsonPropertyName("expected"), JsonIgnore(Condition = JsonIgnoreCondition.Never)] Packet? Expected,
    [property: JsonPropertyName("progress")] IReadOnlyList<Progress> Progress,
    [property: JsonPropertyName("why")] string? Why)
{
    public static TruthLine Of(ConstructionFacts facts, int wave)
    {
        var shown = LastGood(facts.Flaw, wave);
        return Line("construction-permits", facts.MaHoSo, facts.Flaw, wave, shown is { } w ? ConstructionTruth.Of(facts, w) : null, []);
    }

    public static TruthLine Of(LicenceFacts facts, int wave)
    {
        var shown = LastGood(facts.Flaw, wave);
        return Line(
            "driving-licences", facts.MaHoSo, facts.Flaw, wave, shown is { } w ? LicenceTruth.Of(facts, w) : null,
            shown is { } v ? LicenceTruth.ProgressOf(facts, v) : []);
    }

    public static TruthLine Of(LandFacts facts, int wave)
    {
        var sent = facts.Events.Where(what => what.Wave <= wave).ToList();
        return Line(
            "land-registry", facts.MaHoSo, facts.Flaw, wave, facts.HasBase ? LandTruth.Fold(facts, sent) : null,
            facts.HasBase ? LandTruth.ProgressOf(facts, sent) : []);
    }

    private static TruthLine Line(string source, string key, Flaw? flaw, int wave, Packet? expected, IReadOnlyList<Progress> progress) =>
        flaw is not null && flaw.HoldsAt(wave)
            ? new(key, source, key, true, expected, progress, Reasons.Of(flaw.Kind))
            : new(key, source, key, false, expected, progress, null);

    /// <summary>The newest wave in which a polled source showed a good version, if there was one.</summary>
    private static int? LastGood(Flaw? flaw, int wave) =>
        flaw is null || !flaw.HoldsAt(wave) ? wave
        : flaw.From > 0 ? flaw.From - 1
        : null;
}
