using IntegrationHub.Bench.Processes;
using IntegrationHub.Bench.Pure;
using IntegrationHub.Bench.Source;
using IntegrationHub.Bench.Stages;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Demo;

namespace IntegrationHub.Bench;

/// <summary>What the caller asked to be measured, from the arguments to the report.</summary>
internal static class Measurement
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var (options, problem) = Options.Parse(arguments);
        if (options is null)
        {
            Talk.Say($"bench: {problem} All options: dotnet run -c Release --project bench -- --help");
            return 2;
        }

        await (options.Stage is Stage.Pure ? PureAsync(options, cancellationToken) : StageAsync(options, cancellationToken));
        Scratch.Remove();
        return 0;
    }

    private static async Task PureAsync(Options options, CancellationToken cancellationToken)
    {
        var sections = await PurePath.MeasureAsync(options.Dossiers, cancellationToken);
        foreach (var section in sections)
            Talk.Say(Report.Text(section));
        if (options.Json)
            Console.WriteLine(Report.Json(options, sections));
    }

    private static async Task StageAsync(Options options, CancellationToken cancellationToken)
    {
        await using var rig = await Rig.StartAsync(options, cancellationToken);
        var bytes = await PacketBytesAsync(rig.Source, cancellationToken);
        var all = await new StageRuns(options, rig, cancellationToken).RunAsync(run => Talk.Say(Report.Text(options, run)));
        var report = new Report(options, options.NeedsStore ? rig.Ledger.Kind : null, bytes, all);
        Talk.Say(report.Text());
        if (options.Json)
            Console.WriteLine(report.Json());
    }

    /// <summary>How long the packet of a dossier is, by the first page; whoever is measured first finds a source that is warm by it.</summary>
    private static async Task<double> PacketBytesAsync(SourceProcess source, CancellationToken cancellationToken)
    {
        await using var licences = new LicenceConnector(source.Address, source.Calendar);
        await foreach (var page in licences.PagesAsync(cancellationToken))
            return page.Records.Select(licences.Connector.Map).Cast<MapResult.Mapped>()
                .SelectMany(mapped => mapped.Records).OfType<Dossier>()
                .Average(dossier => System.Text.Encoding.UTF8.GetByteCount(PacketWriter.Dossier(dossier)));
        throw new BenchException("the source has no page.");
    }
}
