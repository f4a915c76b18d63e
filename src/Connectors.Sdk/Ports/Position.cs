using System.Globalization;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// A place in a source's order: a time or a sequence number, and, among equals, the key after which to go on.
/// Its text form (<see cref="ToString"/>, <see cref="Parse"/>) is what the hub keeps.
/// </summary>
public readonly record struct Position
{
    private Position(DateTimeOffset? time, long? sequence, string? key) => (Time, Sequence, Key) = (time?.ToUniversalTime(), sequence, key);

    /// <summary>The time, for a source ordered by time.</summary>
    public DateTimeOffset? Time { get; }

    /// <summary>The sequence number, for a source ordered by one. It is exclusive: reading goes on after it.</summary>
    public long? Sequence { get; }

    /// <summary>
    /// The key among equal times after which to go on, or <see langword="null"/>: from the time on, inclusive. Its form is the
    /// connector's own affair.
    /// </summary>
    public string? Key { get; }

    /// <summary>A place in a source ordered by time.</summary>
    /// <param name="time">The time.</param>
    /// <param name="key">The key after which to go on among records of that time, if any.</param>
    /// <returns>The position.</returns>
    public static Position AtTime(DateTimeOffset time, string? key = null) => new(time, null, key);

    /// <summary>A place in a source ordered by a sequence.</summary>
    /// <param name="sequence">The number of the last record read.</param>
    /// <returns>The position.</returns>
    public static Position AtSequence(long sequence) => new(null, sequence, null);

    /// <summary>The place a run starts at, so that late commits are seen again: a time goes back by the lag, a sequence has none.</summary>
    /// <param name="lag">The connector's lag window.</param>
    /// <returns>The earlier position.</returns>
    public Position Back(TimeSpan lag) => Time is { } time ? AtTime(time - lag) : this;

    /// <summary>Compares by time or sequence alone, as the watermark does; the key does not count.</summary>
    /// <param name="other">The other position.</param>
    /// <returns>Less than, equal to or greater than zero.</returns>
    public int CompareTo(Position other) => Time is { } time
        ? time.CompareTo(other.Time ?? DateTimeOffset.MinValue)
        : (Sequence ?? 0).CompareTo(other.Sequence ?? 0);

    /// <summary>The later of two positions.</summary>
    /// <param name="one">One.</param>
    /// <param name="other">The other, or <see langword="null"/>.</param>
    /// <returns>The one that is further on.</returns>
    public static Position Later(Position one, Position? other) => other is { } o && o.CompareTo(one) > 0 ? o : one;

    /// <summary>Reads the text form.</summary>
    /// <param name="text">What <see cref="ToString"/> wrote.</param>
    /// <returns>The position.</returns>
    /// <exception cref="FormatException">The text is no position.</exception>
    public static Position Parse(string text)
    {
        var parts = text.Split('|', 3);
        return parts switch
        {
            ["t", var time, ..] => AtTime(
                DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
                parts.Length > 2 ? parts[2] : null),
            ["s", var number] => AtSequence(long.Parse(number, CultureInfo.InvariantCulture)),
            _ => throw new FormatException($"Not a position: '{text}'."),
        };
    }

    /// <inheritdoc/>
    public override string ToString() => (Time, Key) switch
    {
        ({ } time, null) => $"t|{time.UtcDateTime:O}",
        ({ } time, { } key) => $"t|{time.UtcDateTime:O}|{key}",
        _ => string.Create(CultureInfo.InvariantCulture, $"s|{Sequence ?? 0}"),
    };
}
