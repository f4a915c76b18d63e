namespace IntegrationHub.Cli.Client;

/// <summary>Finds the API's token: as told, from the environment, or where the server and the demo put it.</summary>
internal static class TokenFinder
{
    public const string HowToGive = "Give --token-file FILE or set HUB_TOKEN_FILE; the server names its token file when it starts.";

    private static readonly string[] UsualPlaces = ["hub.token", Path.Combine(".demo", "hub", "api-token")];

    /// <exception cref="CliException">There is no token.</exception>
    public static string Find(FileInfo? told)
    {
        if (told is null && Environment.GetEnvironmentVariable("HUB_TOKEN") is { Length: > 0 } token)
            return token;
        var named = told?.FullName ?? (Environment.GetEnvironmentVariable("HUB_TOKEN_FILE") is { Length: > 0 } file ? file : null);
        if (named is not null)
            return Read(named);
        return Array.Find(UsualPlaces, File.Exists) is { } usual
            ? Read(usual)
            : throw Missing($"no token given, and none in {string.Join(" or ", UsualPlaces)} below this folder");
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim() is { Length: > 0 } token ? token : throw Missing($"{path} is empty");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw Missing(File.Exists(path) ? $"{path} cannot be read, mend its rights" : $"{path} does not exist");
        }
    }

    private static CliException Missing(string what) => new(
        ExitCodes.NotAuthorised,
        $"{what}. {HowToGive}");
}
