using System.Text.Json.Nodes;
using IntegrationHub.Demo.Wire;

namespace IntegrationHub.EndToEnd.Tests.Demo;

/// <summary>What a generator would say of one dossier of the construction department.</summary>
internal static class Truths
{
    public const string Source = "construction-permits";

    public static TruthLine Line(string number, JsonObject? packet, bool bad = false) => new(
        number, Source, $"key of {number}", bad, HeldBack: bad, Written: packet is not null, packet?.Element(), [], bad ? "planted" : null);
}
