using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.DrivingLicences;

/// <summary>The members that a page's reading looks at; the rest is the mapping's affair.</summary>
[Flags]
internal enum ListedMembers
{
    None = 0,
    MaHoSo = 1,
    MaTTHC = 2,
    TrangThaiHoSo = 4,
    NgayCapNhat = 8,
}

/// <summary>A record of a page, in one pass over it: where it lies in the answer, and what its reading needs to know.</summary>
[JsonConverter(typeof(Converter))]
internal sealed class ListedRecord
{
    private readonly int from;
    private readonly int length;

    private ListedRecord(int from, int length, ListedMembers members, string? number, string? updatedAt) =>
        (this.from, this.length, Members, Number, UpdatedAt) = (from, length, members, number, updatedAt);

    /// <summary>The members of <see cref="ListedMembers"/> that it has.</summary>
    public ListedMembers Members { get; }

    /// <summary><c>MaHoSo</c>, where it is a text that can be read.</summary>
    public string? Number { get; }

    /// <summary><c>NgayCapNhat</c>, likewise.</summary>
    public string? UpdatedAt { get; }

    public string Content { get; private set; } = "";

    /// <summary>Cuts its content out of the answer that it was read from.</summary>
    public void TakeContent(ReadOnlySpan<byte> answer) => Content = BrokenJson.ContentOf(answer.Slice(from, length));

    internal sealed class Converter : JsonConverter<ListedRecord>
    {
        public override bool HandleNull => true;

        public override ListedRecord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var (from, members, number, updatedAt) = ((int)reader.TokenStartIndex, ListedMembers.None, (string?)null, (string?)null);
            if (reader.TokenType is not JsonTokenType.StartObject)
                reader.Skip();
            else
                while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
                    switch (MemberAt(ref reader))
                    {
                        case null:
                            (members, number, updatedAt) = (ListedMembers.None, null, null);
                            break;
                        case ListedMembers.MaHoSo:
                            (members, number) = (members | ListedMembers.MaHoSo, Text(ref reader));
                            break;
                        case ListedMembers.NgayCapNhat:
                            (members, updatedAt) = (members | ListedMembers.NgayCapNhat, Text(ref reader));
                            break;
                        case var other:
                            members |= other.Value;
                            reader.Skip();
                            break;
                    }

            return new(from, (int)reader.BytesConsumed - from, members, number, updatedAt);
        }

        public override void Write(Utf8JsonWriter writer, ListedRecord value, JsonSerializerOptions options) =>
            throw new NotSupportedException("A page is only read.");

        /// <summary>Null where the name is no text: what comes before it is not to be found then.</summary>
        private static ListedMembers? MemberAt(ref Utf8JsonReader reader)
        {
            try
            {
                return reader.ValueTextEquals("MaHoSo"u8) ? ListedMembers.MaHoSo
                    : reader.ValueTextEquals("MaTTHC"u8) ? ListedMembers.MaTTHC
                    : reader.ValueTextEquals("TrangThaiHoSo"u8) ? ListedMembers.TrangThaiHoSo
                    : reader.ValueTextEquals("NgayCapNhat"u8) ? ListedMembers.NgayCapNhat
                    : ListedMembers.None;
            }
            catch (InvalidOperationException)
            {
                reader.Skip();
                return null;
            }
        }

        private static string? Text(ref Utf8JsonReader reader)
        {
            reader.Read();
            try
            {
                return reader.TokenType is JsonTokenType.String ? reader.GetString() : null;
            }
            catch (InvalidOperationException)
            {
                return null;
            }
            finally
            {
                reader.Skip();
            }
        }
    }
}
