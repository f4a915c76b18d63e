using System.Security.Cryptography;
using System.Text;

namespace IntegrationHub.Sim.Settlement;

/// <summary>Who may sign in, for which <c>madonvi</c>, and which accounts only read what another has written.</summary>
/// <param name="Passwords">Account to password.</param>
/// <param name="Audits">Auditor to the account whose dossiers it sees.</param>
/// <param name="Agencies">Account to its one <c>madonvi</c>; an account that is not named may use any.</param>
internal sealed record Accounts(
    IReadOnlyDictionary<string, string> Passwords,
    IReadOnlyDictionary<string, string> Audits,
    IReadOnlyDictionary<string, string> Agencies)
{
    public static Accounts FromEnvironment() => new(
        Pairs("SIM_SETTLEMENT_ACCOUNTS"), Pairs("SIM_SETTLEMENT_AUDITS"), Pairs("SIM_SETTLEMENT_MADONVI"));

    public bool Knows(string account, string password) =>
        Passwords.TryGetValue(account, out var expected)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(password));

    public bool MayWrite(string account) => !Audits.ContainsKey(account);

    public bool MaySpeakFor(string account, string maDonVi) =>
        !Agencies.TryGetValue(account, out var own) || own == maDonVi;

    /// <summary>The account whose dossiers this one's digests cover.</summary>
    public string ReadsAs(string account) => Audits.GetValueOrDefault(account, account);

    private static Dictionary<string, string> Pairs(string variable) =>
        (Environment.GetEnvironmentVariable(variable) ?? "")
            .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair.Length == 2 ? pair[1] : "", StringComparer.Ordinal);
}
