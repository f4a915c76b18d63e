using System.Security.Cryptography;

namespace IntegrationHub.Demo.Wire;

internal static class Secret
{
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
