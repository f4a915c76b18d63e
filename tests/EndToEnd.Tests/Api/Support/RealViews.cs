using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.EndToEnd.Tests.Api.Support;

/// <summary>The views of a ledger, with an engine at rest.</summary>
internal static class RealViews
{
    public static LedgerViews Of(LedgerFile file, params SettingProblem[] landProblems) => new(
        file.Ledger,
        [Connector("construction-permits", "time"), Connector("land-registry", "sequence", landProblems)],
        new Rest(),
        new StartMark(TimeProvider.System, "0.1.0"),
        TimeProvider.System);

    private static RegisteredConnector Connector(string id, string cursor, params SettingProblem[] problems) => new(
        new()
        {
            Id = id,
            Title = id,
            TitleVi = id,
            Owner = "Sở Xây dựng",
            Stream = "dossiers",
            Produces = ["dossier"],
            ContractVersion = "1.0",
            Pattern = "sql-view",
            Cursor = cursor,
            Schedule = "0 0/5 * * * ?",
            DataClasses = ["personal"],
            Open = ["MaHoSo", "TrangThai"],
        },
        "0 0/5 * * * ?",
        problems);

    private sealed class Rest : IEngineWatch
    {
        public EngineState Now() => EngineState.AtRest;
    }
}
