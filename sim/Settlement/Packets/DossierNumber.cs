using System.Text.RegularExpressions;

namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary><c>MaHoSo</c>, the key of a dossier.</summary>
internal static partial class DossierNumber
{
    public static string? Problem(string maHoSo) => Form().IsMatch(maHoSo)
        ? null
        : "MaHoSo is not 1 to 50 ASCII letters, digits or any of . - _ /";

    public static bool IsOne(string maHoSo) => Form().IsMatch(maHoSo);

    [GeneratedRegex(@"^[0-9A-Za-z.\-_/]{1,50}\z")]
    private static partial Regex Form();
}
