using System.Diagnostics;
using System.Text.Json;

namespace IntegrationHub.Hub.Tests.Contracts.Schema;

/// <summary>
/// ajv, the JSON Schema 2020-12 validator, run once by Node over all examples;
/// where it is not at hand the tests are skipped, and counted so.
/// </summary>
internal static class Ajv
{
    private static readonly Lazy<Task<Dictionary<string, Verdict>>> All = new(RunAsync);

    public static async Task<Verdict> VerdictAsync(string file, CancellationToken cancellationToken) =>
        (await All.Value.WaitAsync(cancellationToken))[file];

    private static async Task<Dictionary<string, Verdict>> RunAsync()
    {
        string[] words =
        [
            Path.Combine(Repository.Ajv, "check.cjs"),
            Path.Combine(Repository.Contracts, "schema"),
            Path.Combine(Repository.Contracts, "examples"),
        ];
        var start = new ProcessStartInfo("node", words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NODE_PATH"] = Modules();
        using var node = Started(start);
        var output = node.StandardOutput.ReadToEndAsync();
        var errors = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0
            ? JsonSerializer.Deserialize<List<Verdict>>(await output, JsonSerializerOptions.Web)!.ToDictionary(verdict => verdict.File)
            : throw new InvalidOperationException($"check.cjs failed: {errors}");
    }

    private static string Modules()
    {
        string[] places = [Environment.GetEnvironmentVariable("HUB_TEST_NODE_MODULES") ?? "", Path.Combine(Repository.Ajv, "node_modules")];
        var found = places.FirstOrDefault(place => Directory.Exists(Path.Combine(place, "ajv")) && Directory.Exists(Path.Combine(place, "ajv-formats")));
        Assert.SkipWhen(found is null, "ajv is not at hand: run 'npm ci' in tests/Hub.Tests/ajv, or set HUB_TEST_NODE_MODULES.");
        return found!;
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Node is not at hand.");
            throw;
        }
    }

    public sealed record Verdict(string File, bool Refused, string Why);
}
