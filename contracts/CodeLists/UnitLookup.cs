namespace IntegrationHub.Contracts;

/// <summary>What the code of an administrative unit means on a day: exactly one of the four cases.</summary>
public abstract record UnitLookup
{
    private UnitLookup()
    {
    }

    /// <summary>The code is in force.</summary>
    /// <param name="Unit">The unit.</param>
    public sealed record Current(AdministrativeUnit Unit) : UnitLookup;

    /// <summary>The code has ended; the whole unit went into one other.</summary>
    /// <param name="To">The unit it went into.</param>
    public sealed record Mapped(AdministrativeUnit To) : UnitLookup;

    /// <summary>The code has ended and its unit was divided: the code alone does not decide, the address must.</summary>
    /// <param name="Candidates">The units that got a part of it.</param>
    public sealed record Ambiguous(IReadOnlyList<AdministrativeUnit> Candidates) : UnitLookup;

    /// <summary>No unit had the code, or its successor is not known, as with districts: their level ended without one.</summary>
    public sealed record Unknown : UnitLookup;
}
