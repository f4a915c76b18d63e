using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace IntegrationHub.Contracts.Packets;

/// <summary>
/// The four digests by which the hub and a settlement system prove that they hold the same (settlement profile, "Digests").
/// </summary>
public static class PacketDigest
{
    private const int LongestNumber = 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [ThreadStatic]
    private static ByteBuffer? scratch;

    /// <summary>The content digest of a dossier packet, whatever its <c>PhienBan</c>, its <c>nguon</c> and its empty members.</summary>
    /// <param name="packetJson">The packet, a JSON object.</param>
    /// <returns>Its <c>TomTat</c>.</returns>
    /// <exception cref="JsonException">The text is no packet.</exception>
    public static Hash256 TomTat(string packetJson) =>
        Canonical(packetJson, static name => name is not (PacketNames.PhienBan or PacketNames.Nguon));

    /// <summary>The digest of a progress row: of its nine members, whatever else it has.</summary>
    /// <param name="rowJson">The row, a JSON object.</param>
    /// <returns>Its hash.</returns>
    /// <exception cref="JsonException">The text is no row.</exception>
    public static Hash256 RowHash(string rowJson) => Canonical(rowJson, PacketNames.IsProgressMember);

    /// <summary>What a bucket adds up for one dossier.</summary>
    /// <param name="maHoSo">The dossier.</param>
    /// <param name="tomTat">Its content digest.</param>
    /// <param name="soTienDo">How many progress rows it has.</param>
    /// <param name="tomTatTienDo">Their row hashes joined by XOR; <see cref="Hash256.Zero"/> if none.</param>
    /// <returns>The leaf.</returns>
    public static Hash256 Leaf(string maHoSo, Hash256 tomTat, long soTienDo, Hash256 tomTatTienDo) =>
        Hash256.Of(LeafText(maHoSo, tomTat, soTienDo, tomTatTienDo));

    /// <summary>Says into which bucket a dossier falls, by the first hex digits.</summary>
    /// <param name="maHoSo">The dossier.</param>
    /// <returns>Its key.</returns>
    public static Hash256 BucketKey(string maHoSo)
    {
        var text = Scratch();
        Strict.GetBytes(maHoSo, text);
        return Hash256.Of(text.Written);
    }

    private static ReadOnlySpan<byte> LeafText(string maHoSo, Hash256 tomTat, long soTienDo, Hash256 tomTatTienDo)
    {
        var text = Scratch();
        Strict.GetBytes(maHoSo, text);
        text.Append((byte)'|');
        tomTat.Write(text);
        text.Append((byte)'|');
        Utf8Formatter.TryFormat(soTienDo, text.GetSpan(LongestNumber), out var length);
        text.Advance(length);
        text.Append((byte)'|');
        tomTatTienDo.Write(text);
        return text.Written;
    }

    private static Hash256 Canonical(string json, Predicate<string> belongs)
    {
        var output = Scratch();
        WriteCanonical(json, belongs, output);
        return Hash256.Of(output.Written);
    }

    private static ByteBuffer Scratch()
    {
        var buffer = scratch ??= new();
        buffer.Length = 0;
        return buffer;
    }

    internal static void WriteCanonical(string json, Predicate<string> belongs, IBufferWriter<byte> output)
    {
        using var document = Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            throw new JsonException("A packet is a JSON object.");
        CanonicalJson.WriteObject(document.RootElement, output, prune: true, belongs);
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (ArgumentException)
        {
            throw CanonicalText.NoText();
        }
    }
}
