using System.Globalization;
using System.Text.Json;
using IntegrationHub.Sim.Settlement.Packets;
using IntegrationHub.Sim.Settlement.Store;
using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

/// <summary>The page that <c>DanhSachTomTat</c> and <c>DanhSachTomTatNhom</c> answer with.</summary>
internal sealed class DigestPages(Ledger ledger, Accounts accounts)
{
    public Answer Page(Call call, string account, string prefix)
    {
        if (call.Text("sau") is not { } after)
            return Answer.Refused("sau is missing or not a string");
        if (DigestRequest.Count(call) is not { } count)
            return Answer.Refused("soLuong is missing or not a whole number above 0");
        if (call.OptionalText("nguon") is not { } nguon)
            return Answer.Refused("nguon is not a string");

        var rows = ledger.Page(new DigestScope(accounts.ReadsAs(account), nguon), prefix, after, count);
        return Answer.Accepted(json => Write(json, rows));
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<DigestRow> rows)
    {
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("MaHoSo", row.MaHoSo);
            json.WriteString("PhienBan", PhienBan.Write(row.PhienBan));
            json.WriteString("TomTat", row.TomTat.ToString());
            json.WriteString("TrangThaiHoSo", row.TrangThaiHoSo.ToString(CultureInfo.InvariantCulture));
            json.WriteString("SoTienDo", row.SoTienDo.ToString(CultureInfo.InvariantCulture));
            json.WriteString("TomTatTienDo", row.TomTatTienDo.ToString());
            json.WriteEndObject();
        }
    }
}
