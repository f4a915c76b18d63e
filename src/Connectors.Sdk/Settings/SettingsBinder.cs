using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// Binds a configuration section to an options class and reports everything that is wrong with it at once, with its full path.
/// </summary>
public static class SettingsBinder
{
    /// <summary>
    /// Binds and checks: unknown keys, values that cannot be read, ranges and required values by attribute (a range on a list is a
    /// range of each item), secrets by reference, and the rules of an <see cref="IValidatableObject"/>, which must bear values that
    /// are missing; of a setting that is wrong by itself they are not told.
    /// </summary>
    /// <typeparam name="T">
    /// The options class: sealed, with defaults and <c>System.ComponentModel.DataAnnotations</c> attributes.
    /// </typeparam>
    /// <param name="section">The section.</param>
    /// <param name="shared">Keys that are read elsewhere (for example <c>Schedule</c>) and are not unknown.</param>
    /// <returns>The options, to be used only when there are no problems, and the problems.</returns>
    public static (T Options, IReadOnlyList<SettingProblem> Problems) Bind<T>(
        IConfigurationSection section, params ReadOnlySpan<string> shared)
        where T : class, new()
    {
        var options = new T();
        var problems = new List<SettingProblem>();
        var properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).ToList();
        if (section.Value is not null)
            return (options, [NoSection(section, properties[0].Name)]);

        string[] known = [.. properties.Select(p => p.Name), .. shared];
        foreach (var child in section.GetChildren().Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            problems.Add(new(child.Path, $"unknown setting. Known here: {string.Join(", ", known)}."));

        foreach (var property in properties)
            problems.AddRange(BindOne(section.GetSection(property.Name), property, options));

        if (options is IValidatableObject rules)
            problems.AddRange(Broken(rules, section).Where(broken => !problems.Exists(p => p.Path == broken.Path)).ToList());
        return (options, problems);
    }

    /// <summary>What to say of a section that was given a value.</summary>
    /// <param name="section">The section.</param>
    /// <param name="example">A key that may stand in it.</param>
    /// <returns>The problem.</returns>
    public static SettingProblem NoSection(IConfigurationSection section, string example)
    {
        ArgumentNullException.ThrowIfNull(section);
        return new(section.Path, $"is a section and has no value of its own; write for example {section.Path}:{example}.");
    }

    private static List<SettingProblem> BindOne(IConfigurationSection setting, PropertyInfo property, object options)
    {
        var value = SettingValue.Read(setting, property);
        if (value.Problems.Count > 0)
            return [.. value.Problems];
        if (value.Given is { } given)
            property.SetValue(options, given);

        return [.. from rule in property.GetCustomAttributes<ValidationAttribute>()
                   from problem in Broken(rule, value, property.GetValue(options), setting)
                   select problem];
    }

    private static IEnumerable<SettingProblem> Broken(
        ValidationAttribute rule, SettingValue value, object? bound, IConfigurationSection setting)
    {
        if (rule is RangeAttribute && bound is IList)
            return value.Items.Where(item => !rule.IsValid(item.Value)).Select(item => Problem(rule, item.Setting));
        return rule.IsValid(bound) ? [] : [Problem(rule, setting)];
    }

    private static IEnumerable<SettingProblem> Broken(IValidatableObject rules, IConfigurationSection section) =>
        from result in rules.Validate(new ValidationContext(rules))
        select new SettingProblem($"{section.Path}:{string.Join(',', result.MemberNames)}", result.ErrorMessage ?? "is not valid");

    // .NET's own words name neither the value nor the setting's path, and follow the machine's language. Only what is no secret has
    // such a rule, so the value may be told.
    private static SettingProblem Problem(ValidationAttribute rule, IConfigurationSection setting) => new(setting.Path, rule switch
    {
        RequiredAttribute => "is missing; set it.",
        RangeAttribute range => string.Create(
            CultureInfo.InvariantCulture, $"'{setting.Value}' lies outside {range.Minimum} to {range.Maximum}; set a value between them."),
        _ => $"'{setting.Value}' does not do: {rule.FormatErrorMessage("it")}",
    });
}
