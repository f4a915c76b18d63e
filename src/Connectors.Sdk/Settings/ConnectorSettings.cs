using Microsoft.Extensions.Configuration;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// The settings that every connector has besides its own, and the one way to bind a connector's section. A connector without a
/// section, or one that is switched off, does not run.
/// </summary>
public static class ConnectorSettings
{
    /// <summary>The cron expression that overrides the manifest's.</summary>
    public const string Schedule = "Schedule";

    /// <summary>Whether the connector runs: <c>true</c>, the default, or <c>false</c>, which keeps its settings for later.</summary>
    public const string Enabled = "Enabled";

    /// <summary>Binds a connector's own options and checks the shared ones too.</summary>
    /// <typeparam name="T">The options class.</typeparam>
    /// <param name="section">Its section, <c>Connectors:{id}</c>.</param>
    /// <returns>The options, to be used only when there are no problems, and all problems.</returns>
    public static (T Options, IReadOnlyList<SettingProblem> Problems) Bind<T>(IConfigurationSection section)
        where T : class, new()
    {
        var (options, problems) = SettingsBinder.Bind<T>(section, Schedule, Enabled);
        return (options, [.. problems, .. SharedProblems(section)]);
    }

    private static IEnumerable<SettingProblem> SharedProblems(IConfigurationSection section)
    {
        if (section[Schedule] is { } schedule && CronSyntax.ProblemOf(schedule) is { } problem)
            yield return new($"{section.Path}:{Schedule}", problem);
        if (section[Enabled] is { } enabled && !bool.TryParse(enabled, out _))
            yield return new($"{section.Path}:{Enabled}", $"'{enabled}' is not true or false.");
    }
}
