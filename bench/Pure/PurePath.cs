using System.Buffers;
using IntegrationHub.Bench.Processes;
using IntegrationHub.Bench.Source;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Map;
using IntegrationHub.Hub.Validate;
using Microsoft.Extensions.Logging.Abstractions;

namespace IntegrationHub.Bench.Pure;

/// <summary>
/// Where the processor's time goes between a source's answer and the store, part by part, in this one process: by processor time, so
/// that who else uses the machine matters little.
/// </summary>
internal sealed class PurePath(LicenceConnector licences, Hub.Read.Source source, IReadOnlyList<SourceRecord> records)
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly ArrayBufferWriter<byte> utf8 = new();

    public static async Task<IReadOnlyList<Section>> MeasureAsync(int dossiers, CancellationToken cancellationToken)
    {
        await using var feed = await SourceProcess.StartAsync(dossiers, cancellationToken);
        await using var licences = new LicenceConnector(feed.Address, feed.Calendar);
        var source = new Hub.Read.Source(licences.Manifest, licences.Connector, licences.Manifest.Schedule);
        var records = new List<SourceRecord>();
        await foreach (var page in licences.PagesAsync(cancellationToken))
            records.AddRange(page.Records.Select((record, i) => source.Name(record, $"{i}")));
        return new PurePath(licences, source, records).Measure();
    }

    private IReadOnlyList<Section> Measure()
    {
        var cleaned = records.Select(source.Clean).ToList();
        var dossiers = cleaned.SelectMany(record => ((MapResult.Mapped)source.Connector.Map(record)).Records).Cast<Dossier>().ToList();
        var packets = dossiers.Select(PacketWriter.Dossier).ToList();
        var mapper = new RecordMapper(TimeProvider.System, NullLogger<RecordMapper>.Instance);
        return
        [
            Section.Of("read", records.Count, () => ReadAsync().GetAwaiter().GetResult()),
            Each("clean", records, record => source.Clean(record)),
            Each("map", cleaned, record => source.Connector.Map(record)),
            Each("validate", dossiers, dossier => ContractRules.Check(dossier, Now)),
            Each("render", dossiers, dossier => PacketWriter.Dossier(dossier)),
            Each("as UTF-8", dossiers, dossier => PacketWriter.Dossier(dossier, Again())),
            Each("and digest", dossiers, dossier => PacketWriter.Render(dossier)),
            Each("digest alone", packets, packet => PacketDigest.TomTat(packet)),
            Each("all but read", records, record => mapper.Judge(source, record, Now)),
        ];
    }

    private static Section Each<T>(string name, IReadOnlyList<T> items, Action<T> work) => Section.Of(name, items.Count, () =>
    {
        foreach (var item in items)
            work(item);
    });

    private ArrayBufferWriter<byte> Again()
    {
        utf8.ResetWrittenCount();
        return utf8;
    }

    private async Task ReadAsync()
    {
        await foreach (var _ in licences.PagesAsync(CancellationToken.None))
        {
            // Only what reading costs.
        }
    }
}
