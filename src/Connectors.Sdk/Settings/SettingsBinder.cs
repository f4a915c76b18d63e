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
    /// Binds and checks: unknown keys, values that cannot be read, ranges and required values by attribute, secrets by reference.
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

        string[] known = [.. properties.Select(p => p.Name), .. shared];
        foreach (var child in section.GetChildren().Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            problems.Add(new(child.Path, $"unknown setting. Known here: {string.Join(", ", known)}."));

        foreach (var property in properties)
            BindOne(section.GetSection(property.Name), property, options, problems);

        if (problems.Count == 0 && options is IValidatableObject rules)
            problems.AddRange(rules.Validate(new ValidationContext(options))
                .Select(r => new SettingProblem($"{section.Path}:{string.Join(',', r.MemberNames)}", r.ErrorMessage ?? "is not valid")));
        return (options, problems);
    }

    private static void BindOne(IConfigurationSection setting, PropertyInfo property, object options, List<SettingProblem> problems)
    {
        try
        {
            if (setting.Value is { } text && property.IsDefined(typeof(SecretAttribute)))
                property.SetValue(options, SecretReference.Resolve(text, setting.Path, problems));
            else if (setting.Exists())
                property.SetValue(options, setting.Get(property.PropertyType));
        }
        catch (InvalidOperationException)
        {
            problems.Add(new(setting.Path, $"'{setting.Value}' is not a {Kind(property.PropertyType)}."));
            return;
        }

        if (problems.Exists(p => p.Path == setting.Path))
            return;

        foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
            if (!rule.IsValid(property.GetValue(options)))
                problems.Add(new(setting.Path, Message(rule, setting)));
    }

    // .NET's own words name neither the value nor the setting's path, and follow the machine's language. Only what is no secret has
    // such a rule, so the value may be told.
    private static string Message(ValidationAttribute rule, IConfigurationSection setting) => rule switch
    {
        RequiredAttribute => "is missing; set it.",
        RangeAttribute range => string.Create(
            CultureInfo.InvariantCulture, $"'{setting.Value}' lies outside {range.Minimum} to {range.Maximum}; set a value between them."),
        _ => $"'{setting.Value}' does not do: {rule.FormatErrorMessage("it")}",
    };

    private static string Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var t when t == typeof(TimeSpan) => "time span (hh:mm:ss)",
        var t when t == typeof(Uri) => "address (https://host/path)",
        var t when t == typeof(bool) => "true or false",
        var t when t == typeof(int) => "whole number",
        var t when t.IsEnum => $"value of {string.Join(", ", Enum.GetNames(t))}",
        var t => t.Name,
    };
}
