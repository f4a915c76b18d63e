using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Binds a configuration section to an options class and reports everything that is wrong with it at once, with its full path.</summary>
public static class SettingsBinder
{
    /// <summary>Binds and checks: unknown keys, values that cannot be read, ranges and required values by attribute, secrets by reference.</summary>
    /// <typeparam name="T">The options class: sealed, with defaults and <c>System.ComponentModel.DataAnnotations</c> attributes.</typeparam>
    /// <param name="section">The section.</param>
    /// <param name="shared">Keys that are read elsewhere (for example <c>Schedule</c>) and are not unknown.</param>
    /// <returns>The options, to be used only when there are no problems, and the problems.</returns>
    public static (T Options, IReadOnlyList<SettingProblem> Problems) Bind<T>(IConfigurationSection section, params ReadOnlySpan<string> shared)
        where T : class, new()
    {
        var options = new T();
        var problems = new List<SettingProblem>();
        var properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite).ToList();

        foreach (var child in section.GetChildren())
            if (!properties.Exists(p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) && !Contains(shared, child.Key))
                problems.Add(new(child.Path, $"unknown setting. Known here: {string.Join(", ", [.. properties.Select(p => p.Name), .. shared])}."));

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
                problems.Add(new(setting.Path, rule is RequiredAttribute ? "is missing; set it." : Told(rule, setting.Value)));
    }

    // Only what is no secret has such a rule, so the value may be told.
    private static string Told(ValidationAttribute rule, string? value) => rule switch
    {
        RangeAttribute range => $"'{value}' does not do: must be between {range.Minimum} and {range.Maximum}.",
        _ => $"'{value}' does not do: {rule.FormatErrorMessage("it")}",
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

    private static bool Contains(ReadOnlySpan<string> keys, string key)
    {
        foreach (var known in keys)
            if (known.Equals(key, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
