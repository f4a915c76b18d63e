using IntegrationHub.Sim.Settlement.Packets;
using IntegrationHub.Sim.Settlement.Store;
using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

internal sealed class CapNhatTienDoHoSoMC(Options options, Ledger ledger, ItemAnswers answers) : IService
{
    public string Name => "CapNhatTienDoHoSoMC";

    public bool IsExtendedOnly => false;

    public bool Writes => true;

    private int Most => options.Profile == Profile.Extended ? Limits.ExtendedRows : Limits.BasicRows;

    public Answer Handle(Call call, string account)
    {
        if (call.Data() is not { Length: > 0 } data)
            return answers.Refuse("data is missing, empty or not a list", 0);
        if (data.Length > Most)
            return answers.Refuse($"data has more than {Most} rows", data.Length);

        var rows = Array.ConvertAll(data, ProgressRow.Read);
        return BasicProblem(rows) is { } problem
            ? answers.Refuse(problem, data.Length)
            : answers.Tell(ledger.Append(rows));
    }

    /// <summary>A basic call is stored whole or not at all, so one bad row refuses it before any is looked at.</summary>
    private string? BasicProblem(Item<ProgressRow>[] rows)
    {
        if (options.Profile == Profile.Extended)
            return null;

        return Array.Find(rows, row => !row.IsWellFormed)?.Problem
            ?? (Array.Exists(rows, row => row.MaHoSo != rows[0].MaHoSo) ? "data has rows of more than one MaHoSo" : null);
    }
}
