using System.Globalization;

namespace IntegrationHub.Connectors.Tests;

/// <summary>Runs a piece of code under another culture.</summary>
internal static class Culture
{
    public static readonly string[] All = ["", "vi-VN", "tr-TR"];

    public static T Under<T>(string name, Func<T> act)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
        try
        {
            return act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
