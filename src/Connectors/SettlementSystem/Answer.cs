using System.Diagnostics.CodeAnalysis;
using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>Whether a call got through to the target.</summary>
internal enum Reach
{
    /// <summary>It did, or it was not made at all.</summary>
    Through,

    /// <summary>There was no connection, or no session to be had.</summary>
    Nobody,

    /// <summary>There was no whole answer in time.</summary>
    TooLate,
}

/// <summary>What a call came to: what it gives or the fault, and whether it got through.</summary>
internal readonly record struct Answer<T>(Outcome<T> Outcome, Reach Reach = Reach.Through)
{
    public Fault? Fault => Outcome.Fault;

    /// <summary>Whether another call would only wait as long once more.</summary>
    public bool Unreached => Reach is not Reach.Through;

    public bool Succeeded([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Fault? fault) =>
        Outcome.Succeeded(out value, out fault);

    public static implicit operator Answer<T>(Fault fault) => new(fault);
}
