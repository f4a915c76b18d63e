namespace IntegrationHub.Demo.Wire;

/// <summary>Who signs in at the settlement system.</summary>
internal sealed record Account(string User, string Password)
{
    /// <summary>The unit that the account works for, the same for every account of the demo.</summary>
    public const string Unit = "H40";

    /// <summary>An account of the simulated settlement system, with a password that lives as long as this process.</summary>
    public static Account Invented(string user) => new(user, Secret.New());

    public static Account? FromEnvironment(string userName, string passwordName) =>
        Environment.GetEnvironmentVariable(userName) is { Length: > 0 } user
        && Environment.GetEnvironmentVariable(passwordName) is { Length: > 0 } password
            ? new(user, password)
            : null;
}
