namespace IntegrationHub.Connectors.Sdk;

/// <summary>Resolves a reference to a secret.</summary>
internal static class SecretReference
{
    /// <summary>Reads <c>env:NAME</c> or <c>file:PATH</c>; anything else is a problem, for a secret does not belong in settings.</summary>
    public static string? Resolve(string reference, string path, List<SettingProblem> problems)
    {
        var (value, problem) = reference.Split(':', 2) switch
        {
            ["env", var name] => FromEnvironment(name),
            ["file", var file] => FromFile(file),
            _ => (null, "a secret is not written into settings; refer to it as env:NAME or file:PATH."),
        };
        if (problem is not null)
            problems.Add(new(path, problem));
        return value;
    }

    private static (string?, string?) FromEnvironment(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? (value, null)
            : (null, $"the environment variable {name} is not set; set it.");

    private static (string?, string?) FromFile(string file)
    {
        try
        {
            return (File.ReadAllText(file).TrimEnd('\r', '\n'), null);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, File.Exists(file)
                ? $"the file {file} cannot be read; mend its rights."
                : $"the file {file} does not exist; put the secret there.");
        }
    }
}
