using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>
/// The body of a call, written to the connection in pooled pieces: a thousand packets are never one string or one array. Its
/// length is known beforehand, for there are adapters that take no chunked requests.
/// </summary>
internal sealed class SettlementContent : HttpContent
{
    private const int Piece = 32 * 1024;
    private readonly string head;
    private readonly IReadOnlyList<Spliced> data;
    private readonly string tail;

    public SettlementContent(string head, IReadOnlyList<Spliced> data, string tail)
    {
        (this.head, this.data, this.tail) = (head, data, tail);
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    /// <summary>Whether any of it may have left the hub. Until then a failure changed nothing at the target.</summary>
    public bool Left { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Left = true;
        var writer = PipeWriter.Create(stream, new StreamPipeWriterOptions(minimumBufferSize: Piece, leaveOpen: true));
        try
        {
            await WriteAsync(writer, cancellationToken);
            await writer.CompleteAsync();
        }
        catch (Exception broken)
        {
            await writer.CompleteAsync(broken);
            throw;
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = Encoding.UTF8.GetByteCount(head) + Math.Max(data.Count - 1, 0) + Encoding.UTF8.GetByteCount(tail);
        foreach (var item in data)
            length += item.Bytes;
        return true;
    }

    private async Task WriteAsync(PipeWriter writer, CancellationToken cancellationToken)
    {
        Encoding.UTF8.GetBytes(head, writer);
        for (var i = 0; i < data.Count; i++)
        {
            Encoding.UTF8.GetBytes(i == 0 ? "" : ",", writer);
            Encoding.UTF8.GetBytes(data[i].Body, writer);
            Encoding.UTF8.GetBytes(data[i].Tail, writer);
            if (writer.UnflushedBytes >= Piece)
                await writer.FlushAsync(cancellationToken);
        }

        Encoding.UTF8.GetBytes(tail, writer);
    }
}
