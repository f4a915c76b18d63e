namespace IntegrationHub.Demo;

/// <summary>Everything said to people goes to standard error; standard output is for the one JSON document.</summary>
internal static class Talk
{
    public static void Say(string line) => Console.Error.WriteLine(line);
}
