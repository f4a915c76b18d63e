namespace IntegrationHub.Contracts;

/// <summary>The days on which an entry of a code list holds.</summary>
/// <param name="From">The first day; <see langword="null"/>: it always held.</param>
/// <param name="To">The last day, itself included; <see langword="null"/>: no end is known.</param>
public readonly record struct Validity(DateOnly? From, DateOnly? To)
{
    /// <summary>Whether the entry holds on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Whether it lies between the two dates.</returns>
    public bool Covers(DateOnly day) => !(From > day) && !(To < day);
}
