using System.Net;

namespace IntegrationHub.Contracts;

/// <summary>Which addresses stay on this machine, whatever a name server says.</summary>
public static class ThisMachine
{
    /// <summary>The one name that stands for this machine.</summary>
    public const string Name = "localhost";

    /// <summary>Whether an address stays on this machine: <see cref="Name"/>, or a loopback address written in numbers.</summary>
    /// <param name="address">The address.</param>
    /// <returns>Whether it does.</returns>
    public static bool Is(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Host == Name || (IPAddress.TryParse(address.Host, out var number) && IPAddress.IsLoopback(number));
    }
}
