using IntegrationHub.Sim.Settlement.Store;
using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

internal sealed class TraCuuTienDo(Ledger ledger) : IService
{
    public string Name => "TraCuuTienDo";

    public Answer Handle(Call call, string account)
    {
        if (Keys.Read(call) is not { } maHoSo)
            return Keys.Missing;

        var rows = ledger.Rows(maHoSo);
        return Answer.Accepted(json =>
        {
            foreach (var row in rows)
                json.WriteRawValue(row, skipInputValidation: true);
        });
    }
}
