using System.Globalization;
using IntegrationHub.Contracts;

namespace IntegrationHub.Server.Console.Status;

/// <summary>Numbers and times as the language writes them; the time is Vietnam's, which knows no summer time.</summary>
internal sealed class Format(Texts texts)
{
    public string Number(long value) => value.ToString("N0", texts.Numbers);

    public string Decimal(double value) => value.ToString("N1", texts.Numbers);

    public static string Minute(DateTimeOffset at) => Say(at, "dd/MM/yyyy HH:mm");

    public static string Second(DateTimeOffset at) => Say(at, "dd/MM/yyyy HH:mm:ss");

    public static string Text(string template, params object[] values) => string.Format(CultureInfo.InvariantCulture, template, values);

    public Html Time(DateTimeOffset? at) => at is { } time ? Time(time) : Html.Of($"{texts.Never}");

    private static string Say(DateTimeOffset at, string form) => VietnamTime.Of(at).ToString(form, CultureInfo.InvariantCulture);

    private static Html Time(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Html.Of($"""<time datetime="{utc}" title="{utc}">{Minute(at)}</time>""");
    }
}
