using IntegrationHub.Sim.Settlement.Packets;
using IntegrationHub.Sim.Settlement.Store;
using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

internal sealed class DongBoHoSoMC(Options options, Ledger ledger, ItemAnswers answers) : IService
{
    public string Name => "DongBoHoSoMC";

    public bool IsExtendedOnly => false;

    public bool Writes => true;

    private int Most => options.Profile == Profile.Extended ? Limits.ExtendedDossiers : Limits.BasicDossiers;

    public Answer Handle(Call call, string account)
    {
        if (call.Data() is not { Length: > 0 } data)
            return answers.Refuse("data is missing, empty or not a list", 0);
        if (Mode(call.Text("isUpdating")) is not { } mode)
            return answers.Refuse("isUpdating is missing or not a value of this profile", data.Length);
        if (data.Length > Most)
            return answers.Refuse($"data has more than {Most} items", data.Length);

        var items = Array.ConvertAll(data, element => DossierPacket.Read(element, options.Profile));
        return HasRepeatedKey(items)
            ? answers.Refuse("data has a MaHoSo more than once", data.Length)
            : answers.Tell(ledger.Write(items, mode, account));
    }

    private WriteMode? Mode(string? isUpdating) => isUpdating switch
    {
        "False" => WriteMode.Insert,
        "True" => WriteMode.Update,
        "Upsert" when options.Profile == Profile.Extended => WriteMode.Upsert,
        _ => null,
    };

    private static bool HasRepeatedKey(Item<DossierPacket>[] items)
    {
        var keys = new HashSet<string>(items.Length, StringComparer.Ordinal);
        return items.Any(item => item.MaHoSo.Length > 0 && !keys.Add(item.MaHoSo));
    }
}
