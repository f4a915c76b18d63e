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

    /// <summary>
    /// The lag that overrides the manifest's: how far before the watermark a run begins, so that what was committed late there is seen
    /// again. A source that is read by sequence has none.
    /// </summary>
    public const string Lag = "Lag";

    /// <summary>The widest <see cref="Lag"/>; every run reads it all again.</summary>
    public static readonly TimeSpan WidestLag = TimeSpan.FromDays(7);

    /// <summary>Whether the connector runs: <c>true</c>, the default, or <c>false</c>, which keeps its settings for later.</summary>
    public const string Enabled = "Enabled";

    /// <summary>Binds a connector's own options and checks the shared ones too.</summary>
    /// <typeparam name="T">The options class.</typeparam>
    /// <param name="section">Its section, <c>Connectors:{id}</c>.</param>
    /// <returns>The options, to be used only when there are no problems, and all problems.</returns>
    public static (T Options, IReadOnlyList<SettingProblem> Problems) Bind<T>(IConfigurationSection section)
        where T : class, new()
    {
        var (options, problems) = SettingsBinder.Bind<T>(section, Schedule, Lag, Enabled);
        return (options, [.. problems, .. SharedProblems(section)]);
    }

    /// <summary>Reads the lag that a connector's section sets.</summary>
    /// <param name="section">Its section.</param>
    /// <returns>The lag, or <see langword="null"/> where none is set that can be used.</returns>
    public static TimeSpan? LagOf(IConfigurationSection section) =>
        SettingValue.TryTimeSpan(section[Lag], out var lag) && lag > TimeSpan.Zero && lag <= WidestLag ? lag : null;

    private static IEnumerable<SettingProblem> SharedProblems(IConfigurationSection section)
    {
        if (section[Schedule] is { } schedule && ManifestRules.ScheduleProblem(schedule) is { } problem)
            yield return new($"{section.Path}:{Schedule}", problem);
        if (section[Lag] is { } lag && LagOf(section) is null)
            yield return new($"{section.Path}:{Lag}", $"'{lag}' is no time span (hh:mm:ss) longer than nothing and up to {WidestLag:c}.");
        if (section[Enabled] is { } enabled && !bool.TryParse(enabled, out _))
            yield return new($"{section.Path}:{Enabled}", $"'{enabled}' is not true or false.");
    }
}
