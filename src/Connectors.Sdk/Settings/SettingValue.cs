using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// What the configuration gives for one property: nothing, a value, or a list, and what is wrong with its form. A secret is resolved.
/// </summary>
/// <param name="Given">The value for the property; <see langword="null"/> when nothing usable is given.</param>
/// <param name="Items">The items of a list, each with the setting it comes from.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record SettingValue(
    object? Given, IReadOnlyList<(IConfigurationSection Setting, object? Value)> Items, IReadOnlyList<SettingProblem> Problems)
{
    public static SettingValue Read(IConfigurationSection setting, PropertyInfo property)
    {
        var problems = new List<SettingProblem>();
        if (ItemOf(property.PropertyType) is { } item)
            return ReadList(setting, item, problems);

        var given = ReadOne(setting, property.PropertyType, problems, property.IsDefined(typeof(SecretAttribute)));
        return new(given, [], problems);
    }

    private static SettingValue ReadList(IConfigurationSection setting, Type type, List<SettingProblem> problems)
    {
        if (setting.Value is not null)
            problems.Add(new(setting.Path, $"is a list; write its items, the first as {setting.Path}:0."));

        var items = setting.GetChildren().Select(child => (Setting: child, Value: ReadOne(child, type, problems))).ToList();
        if (items.Count == 0 || problems.Count > 0)
            return new(null, [], problems);

        var list = Array.CreateInstance(type, items.Count);
        foreach (var (index, item) in items.Index())
            list.SetValue(item.Value, index);
        return new(list, items, problems);
    }

    private static object? ReadOne(IConfigurationSection setting, Type type, List<SettingProblem> problems, bool secret = false)
    {
        if (setting.GetChildren().Any())
            problems.Add(new(setting.Path, "is one value; write nothing below it."));
        else if (setting.Value is { } text)
            return secret ? SecretReference.Resolve(text, setting.Path, problems) : Convert(setting, text, type, problems);
        return null;
    }

    private static object? Convert(IConfigurationSection setting, string text, Type type, List<SettingProblem> problems)
    {
        var value = Convert(setting, text, type);
        if (value is null)
            problems.Add(new(setting.Path, $"'{text}' is not a {Kind(type)}."));
        return value;
    }

    private static object? Convert(IConfigurationSection setting, string text, Type type)
    {
        if (type == typeof(TimeSpan))
            return TryTimeSpan(text, out var span) ? span : null;
        try
        {
            return setting.Get(type);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads a time span; a number alone, which would be so many days, is none.</summary>
    public static bool TryTimeSpan(string? text, out TimeSpan span)
    {
        span = default;
        return text?.Contains(':', StringComparison.Ordinal) == true && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out span);
    }

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GenericTypeArguments[0] : null;

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
