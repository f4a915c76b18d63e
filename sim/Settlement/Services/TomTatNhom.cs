using System.Globalization;
using System.Text.Json;
using IntegrationHub.Sim.Settlement.Store;
using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

internal sealed class TomTatNhom(Ledger ledger, Accounts accounts) : IService
{
    public string Name => "TomTatNhom";

    public Answer Handle(Call call, string account)
    {
        if (DigestRequest.Prefix(call, 0, 7) is not { } prefix)
            return Answer.Refused("tienTo is missing or not 0 to 7 lower-case hex digits");
        if (call.OptionalText("nguon") is not { } nguon)
            return Answer.Refused("nguon is not a string");

        var sums = ledger.Groups(new DigestScope(accounts.ReadsAs(account), nguon), prefix);
        return Answer.Accepted(json => Write(json, prefix, sums));
    }

    private static void Write(Utf8JsonWriter json, string prefix, IReadOnlyList<BucketSum> sums)
    {
        for (var digit = 0; digit < sums.Count; digit++)
        {
            json.WriteStartObject();
            json.WriteString("tienTo", string.Create(CultureInfo.InvariantCulture, $"{prefix}{digit:x}"));
            json.WriteString("soLuong", sums[digit].Count.ToString(CultureInfo.InvariantCulture));
            json.WriteString("tomTat", sums[digit].Sum.ToString());
            json.WriteEndObject();
        }
    }
}
