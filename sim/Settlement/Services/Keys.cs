using IntegrationHub.Sim.Settlement.Packets;
using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

/// <summary>The <c>mahoso</c> of a look-up.</summary>
internal static class Keys
{
    public static Answer Missing { get; } = Answer.Refused("mahoso is missing or no number that a dossier may have");

    public static string? Read(Call call) =>
        call.Text("mahoso") is { } maHoSo && DossierNumber.IsOne(maHoSo) ? maHoSo : null;
}
