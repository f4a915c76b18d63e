using IntegrationHub.Hub.Tests.Contracts.Schema;
using Quartz;

namespace IntegrationHub.Hub.Tests.Schedule;

/// <summary>The SDK knows no scheduler, so it only counts the fields of a schedule; what it means is Quartz's to say.</summary>
public sealed class EveryManifestHasASchedule
{
    public static TheoryData<string> Manifests { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Contracts, "..", "src", "Connectors"), "connector.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"))];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void That_quartz_takes(string file)
    {
        var (manifest, problems) = ManifestReader.Read(file, File.ReadAllText(file));
        problems.ShouldBeEmpty();
        CronExpression.TryParse(manifest!.Schedule, out _).ShouldBeTrue(manifest.Schedule);
    }
}
