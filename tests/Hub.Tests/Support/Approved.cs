using System.Runtime.CompilerServices;

namespace IntegrationHub.Hub.Tests.Support;

/// <summary>
/// Compares a text with its approved form beside the test. A difference is written to <c>*.received.txt</c>;
/// when it is right, rename that file.
/// </summary>
internal static class Approved
{
    public static void Text(string name, string actual, [CallerFilePath] string caller = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(caller)!, $"{name}.approved.txt");
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (expected == actual)
            return;

        var received = Path.ChangeExtension(Path.ChangeExtension(approved, null), ".received.txt");
        File.WriteAllText(received, actual);
        Assert.Fail($"{name} is not as approved; compare {received} with {approved}.");
    }
}
