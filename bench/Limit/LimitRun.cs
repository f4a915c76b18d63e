using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Channels;
using IntegrationHub.Bench.Processes;
using IntegrationHub.Bench.Source;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Bench.Limit;

/// <summary>
/// The same reading, mapping and calls as the hub's, without a ledger and without a promise: a page is read while others are mapped
/// and sent, on as many cores as there are. What the hub takes longer is what its promises cost.
/// </summary>
internal sealed class LimitRun(LicenceConnector licences, HttpClient target, int batch)
{
    private const int Senders = 4;

    private static readonly byte[] AcceptedCode = "\"error_code\":\"0\""u8.ToArray();

    public static async Task<Figures> RunAsync(
        Uri source, Uri target, LicenceCalendar calendar, int batch, CancellationToken cancellationToken)
    {
        await using var licences = new LicenceConnector(source, calendar);
        using var http = new HttpClient { BaseAddress = target };
        var (begun, before) = (Stopwatch.GetTimestamp(), Work.Of(Environment.ProcessId));
        await new LimitRun(licences, http, batch).RunAsync(cancellationToken);
        var work = new Work(Work.Of(Environment.ProcessId) - before, default, default);
        return new(Stopwatch.GetElapsedTime(begun).TotalSeconds, Self.PeakMemoryMiB(), work);
    }

    private Task RunAsync(CancellationToken cancellationToken)
    {
        var pages = System.Threading.Channels.Channel.CreateBounded<SourcePage>(Senders);
        return Task.WhenAll(
            [ReadAsync(pages.Writer, cancellationToken), .. Enumerable.Range(0, Senders).Select(_ => SendAsync(pages.Reader, cancellationToken))]);
    }

    private async Task ReadAsync(ChannelWriter<SourcePage> pages, CancellationToken cancellationToken)
    {
        await foreach (var page in licences.PagesAsync(cancellationToken))
            await pages.WriteAsync(page, cancellationToken);
        pages.Complete();
    }

    private async Task SendAsync(ChannelReader<SourcePage> pages, CancellationToken cancellationToken)
    {
        await Task.Yield();
        using var body = new PooledBytes();
        await foreach (var page in pages.ReadAllAsync(cancellationToken))
            foreach (var records in page.Records.Chunk(batch))
            {
                Write(records, body);
                await PostAsync(body.Written, records.Length, cancellationToken);
            }
    }

    private void Write(IReadOnlyList<SourceRecord> records, PooledBytes body)
    {
        body.Clear();
        body.Write("""{"session":"bench","madonvi":"H40","service":"DongBoHoSoMC","isUpdating":"Upsert","data":["""u8);
        foreach (var record in records)
        {
            var mapped = (MapResult.Mapped)licences.Connector.Map(SourceText.Clean(record, licences.Manifest.Text));
            foreach (var dossier in mapped.Records.OfType<Dossier>())
                Write(dossier, body);
        }

        body.Back(1);
        body.Write("]}"u8);
    }

    private static void Write(Dossier dossier, PooledBytes body)
    {
        PacketWriter.Dossier(dossier, body);
        body.Back(1);
        var version = (dossier.Envelope.EventTime - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $",\"PhienBan\":\"{version}\",\"nguon\":\"{LicenceConnector.Id}\"}},"), body);
    }

    private async Task PostAsync(ReadOnlyMemory<byte> body, int items, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(body);
        using var response = await target.PostAsync("service", content, cancellationToken);
        var answer = await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
        if (answer.AsSpan().Count(AcceptedCode) != items + 1)
            throw new BenchException("the target does not accept every dossier.");
    }
}
