using IntegrationHub.EndToEnd.Tests.Architecture;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests;

/// <summary>Text that must not drift: compared with a file, which a person changes on purpose by taking over the received one.</summary>
internal static class Approved
{
    public static void Match(string path, string received)
    {
        var file = Path.Combine(Ours.Root, path);
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (approved == received)
            return;
        File.WriteAllText($"{Path.ChangeExtension(file, null)}.received.txt", received);
        var first = approved.Split('\n').Zip(received.Split('\n')).FirstOrDefault(lines => lines.First != lines.Second);
        Assert.Fail($"{path} is not as approved, first: '{first.First}' became '{first.Second}'; if meant, take over the received file.");
    }
}
