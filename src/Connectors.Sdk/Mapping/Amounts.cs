using System.Globalization;
using System.Text.RegularExpressions;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>Amounts of money in đồng: whole and not negative.</summary>
internal static partial class Amounts
{
    private const int FewDigits = 18;

    /// <summary>Reads one.</summary>
    /// <param name="text">A number, or a text.</param>
    /// <param name="isNumber">Whether it is a number of JSON, whose point can part nothing but a fraction.</param>
    /// <param name="amount">The amount.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryRead(string text, bool isNumber, out decimal amount)
    {
        if (text.Length <= FewDigits && !text.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            amount = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
            return true;
        }

        var read = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount)
            && decimal.IsInteger(amount) && (isNumber || Plain().IsMatch(text));
        amount = decimal.Truncate(amount);
        return read;
    }

    [GeneratedRegex(@"^[0-9]+(\.0{1,2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
