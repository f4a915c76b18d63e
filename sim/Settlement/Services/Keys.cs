using System.Text;
using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

/// <summary>The <c>mahoso</c> of a look-up.</summary>
internal static class Keys
{
    public static Answer Missing { get; } = Answer.Refused("mahoso is missing, empty or not an ASCII string");

    public static string? Read(Call call) =>
        call.Text("mahoso") is { Length: > 0 } maHoSo && Ascii.IsValid(maHoSo) ? maHoSo : null;
}
