using IntegrationHub.Contracts;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>What an identity number is, told by its digits (<c>DinhDanhCHS</c>).</summary>
public static class IdentityNumbers
{
    /// <summary>
    /// The identities that a number stands for: 12 digits are a personal number, 9 an old identity card, anything else (a tax code,
    /// nothing) none.
    /// </summary>
    /// <param name="number">The number as the source has it.</param>
    /// <returns>One identity or none.</returns>
    public static IReadOnlyList<Identity> Of(string? number) => number switch
    {
        null => [],
        _ when number.AsSpan().ContainsAnyExceptInRange('0', '9') => [],
        { Length: 12 } => [new() { Kind = IdentityKind.PersonalNumber, Number = number }],
        { Length: 9 } => [new() { Kind = IdentityKind.OldIdentityCard, Number = number }],
        _ => [],
    };
}
