using System.Text.Json;
using IntegrationHub.Sim.Settlement.Store;
using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

internal sealed class TraCuuHoSo(Ledger ledger) : IService
{
    public string Name => "TraCuuHoSo";

    public bool IsExtendedOnly => false;

    public Answer Handle(Call call, string account) =>
        Keys.Read(call) is not { } maHoSo ? Keys.Missing : Answer.Accepted(Result(ledger.Packet(maHoSo)));

    private static Action<Utf8JsonWriter>? Result(byte[]? packet) =>
        packet is null ? null : json => json.WriteRawValue(packet, skipInputValidation: true);
}
