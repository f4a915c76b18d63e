using System.Text.Json;
using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Connectors;

/// <summary>
/// Stands for a connector whose manifest is wrong: known by its folder, registered never, so that it stops nothing but itself.
/// </summary>
internal sealed class BrokenModule(string folder, IReadOnlyList<ManifestProblem> problems) : IConnectorModule
{
    private const string OnceADay = "0 0 0 * * ?";

    public ConnectorManifest Manifest { get; } = new()
    {
        Id = JsonNamingPolicy.KebabCaseLower.ConvertName(folder),
        Title = folder,
        TitleVi = folder,
        Owner = "",
        Stream = "",
        Produces = [],
        ContractVersion = "",
        Pattern = "",
        Cursor = "",
        Schedule = OnceADay,
        DataClasses = [],
    };

    public IReadOnlyList<SettingProblem> Register(IServiceCollection services, IConfigurationSection settings) =>
        [.. problems.Select(problem => new SettingProblem(problem.Place, problem.Message))];
}
