using System.Globalization;

namespace IntegrationHub.Sim.Sources.Facts;

/// <summary>Who asks: a person or a firm, with numbers that nobody can have (prefix 999).</summary>
internal sealed record Applicant(string Name, bool IsFirm, string Number, string Phone, string Email);

internal sealed record Officer(string Name, string Post, string Office);

internal static class People
{
    private static readonly int[] TaxWeights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

    public static Applicant Person(Dice dice) => new(Name(dice), false, "999" + Digits(dice, 9), Phone(dice), Email(dice));

    public static Applicant Firm(Dice dice) =>
        new($"Công ty TNHH {dice.Pick(Words.FirmTrades)} {dice.Pick(Words.FirmNames)}", true, TaxCode(dice), Phone(dice), Email(dice));

    public static Officer Officer(Dice dice) => new(Name(dice), dice.Pick(Words.Posts), dice.Pick(Words.Offices));

    public static string Name(Dice dice)
    {
        var surname = dice.Pick(Words.Surnames);
        return dice.Chance(0.5)
            ? $"{surname} {dice.Pick(Words.MenMiddles)} {dice.Pick(Words.MenGiven)}"
            : $"{surname} {dice.Pick(Words.WomenMiddles)} {dice.Pick(Words.WomenGiven)}";
    }

    public static string Digits(Dice dice, int count) => string.Create(count, dice, static (span, dice) =>
    {
        foreach (ref var digit in span) digit = (char)('0' + dice.Below(10));
    });

    /// <summary>A ten-digit code whose check digit is right; the registry still cannot have issued it.</summary>
    private static string TaxCode(Dice dice)
    {
        while (true)
        {
            var nine = "999" + Digits(dice, 6);
            var check = 10 - (nine.Select((digit, i) => (digit - '0') * TaxWeights[i]).Sum() % 11);
            if (check < 10) return nine + check.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static string Phone(Dice dice) =>
        dice.Chance(0.08) ? "" : "0900000" + dice.Below(1000).ToString("D3", CultureInfo.InvariantCulture);

    private static string Email(Dice dice) =>
        dice.Chance(0.55) ? "" : $"dan{dice.Below(100_000).ToString("D5", CultureInfo.InvariantCulture)}@dan.example";
}
