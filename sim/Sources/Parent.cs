namespace IntegrationHub.Sim.Sources;

/// <summary>Standard input ends when the parent is gone, however it went.</summary>
internal static class Parent
{
    public static void WhenGone(Action then) => new Thread(() =>
    {
        using var input = Console.OpenStandardInput();
        Span<byte> ignored = stackalloc byte[256];
        while (input.Read(ignored) > 0) { }
        then();
    })
    { IsBackground = true, Name = "parent" }.Start();
}
