using System.Globalization;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// Judges the form of a Quartz cron expression, so that a manifest can be checked where no scheduler is at hand:
/// seconds, minutes, hours, day of month, month, day of week, and perhaps years.
/// </summary>
public static partial class CronSyntax
{
    private static readonly (string Name, int First, int Last)[] Fields =
    [
        ("seconds", 0, 59), ("minutes", 0, 59), ("hours", 0, 23), ("day of month", 1, 31), ("month", 1, 12),
        ("day of week", 1, 7), ("year", 1970, 2099),
    ];

    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>Says what is wrong with an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>The problem, or <see langword="null"/>.</returns>
    public static string? ProblemOf(string expression)
    {
        var parts = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is not (6 or 7))
        {
            var count = parts.Length.ToString(CultureInfo.InvariantCulture);
            return $"a Quartz cron expression has 6 or 7 fields (seconds first), not {count}.";
        }

        for (var i = 0; i < parts.Length; i++)
            if (!parts[i].Split(',').All(item => IsItem(item, i)))
                return $"the field '{Fields[i].Name}' of the cron expression cannot be '{parts[i]}'.";
        return (parts[3] == "?") == (parts[5] == "?")
            ? "of 'day of month' and 'day of week' exactly one must be '?' in a Quartz cron expression."
            : null;
    }

    private static bool IsItem(string item, int field)
    {
        if (item == "?")
            return field is 3 or 5;
        if (IsSpecial(item, field))
            return true;
        if (Item().Match(item) is not { Success: true } match)
            return false;

        var (first, last) = (NumberOf(match.Groups["from"].Value, field), NumberOf(match.Groups["to"].Value, field));
        var step = match.Groups["step"].Value;
        return first is not null && last is not null && (step.Length == 0 || int.Parse(step, CultureInfo.InvariantCulture) > 0);
    }

    private static bool IsSpecial(string item, int field) => field switch
    {
        3 => MonthDay().IsMatch(item),
        5 => WeekDay().IsMatch(item),
        _ => false,
    };

    // Nothing and '*' stand for any number; null is no number at all.
    private static int? NumberOf(string text, int field)
    {
        var (_, first, last) = Fields[field];
        if (text is "" or "*")
            return first;
        var number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : field switch
        {
            4 => Array.IndexOf(Months, text.ToUpperInvariant()) + 1,
            5 => Array.IndexOf(Weekdays, text.ToUpperInvariant()) + 1,
            _ => -1,
        };
        return number >= first && number <= last ? number : null;
    }

    [GeneratedRegex(@"^(?<from>\*|[0-9A-Za-z]{1,4})(-(?<to>[0-9A-Za-z]{1,4}))?(/(?<step>[0-9]{1,4}))?$")]
    private static partial Regex Item();

    [GeneratedRegex("^(L|LW|L-[0-9]{1,2}|([1-9]|[12][0-9]|3[01])W)$")]
    private static partial Regex MonthDay();

    [GeneratedRegex("^(L|[1-7]L|[1-7]#[1-5])$")]
    private static partial Regex WeekDay();
}
