using System.Globalization;
using System.Text.Json;
using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

internal sealed class KhaNang(Options options) : IService
{
    public const string Service = "KhaNang";

    public string Name => Service;

    public Answer Handle(Call call, string account) => Answer.Accepted(Write);

    private void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("profile", "extended");
        json.WriteString("version", "1");
        json.WriteString("heThong", "sim-settlement");
        json.WriteString("moiTruong", options.Environment);
        json.WriteString("maxDossiers", Limits.ExtendedDossiers.ToString(CultureInfo.InvariantCulture));
        json.WriteString("maxProgress", Limits.ExtendedRows.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }
}
