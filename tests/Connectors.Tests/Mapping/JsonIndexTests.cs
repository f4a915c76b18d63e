using System.Text.Json;
using CsCheck;
using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Mapping;

/// <summary>A text taken apart in place says what the framework's document says, and refuses what it refuses.</summary>
public sealed class JsonIndexTests
{
    private static readonly JsonDocumentOptions EachOnce = new() { AllowDuplicateProperties = false };

    private static readonly Gen<string> Names = Among("MaHoSo", "MaTTHC", "NgayTra", "Tên", "", "a", "b", "\\u0061", "\\ud800", "a\\\"");

    private static readonly Gen<string> Scalars = Among(
        "\"\"", "\"Trần Thị Mẫu\"", "\"\\u0041\\n\"", "\"\\ud800\"", "\"\ud800\"", "135000", "-1.50e3", "01", "true", "null", "\"😀\"", "");

    private static readonly Gen<string> Values = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Scalars
        : Gen.Frequency(
            (3, Scalars),
            (1, inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]")),
            (2, Gen.Select(Names, inner).Array[0, 5].Select(members => $"{{{string.Join(" , ", members.Select(m => $"\"{m.Item1}\" : {m.Item2}"))}}}"))));

    [Fact]
    public void What_the_document_refuses_is_refused_and_nothing_else() => Values.Sample(
        text =>
        {
            using var index = JsonIndex.Open(text);
            (index is null).ShouldBe(Document(text) is null, text);
        },
        iter: 20_000);

    [Fact]
    public void Every_value_is_found_under_its_name_and_reads_the_same() => Values.Sample(
        text =>
        {
            using var index = JsonIndex.Open(text);
            if (index is not null)
                ShouldBeTheSame(index, 0, Document(text)!.RootElement);
        },
        iter: 20_000);

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, false)]
    [InlineData(300, false)]
    [InlineData(63, true)]
    [InlineData(64, true)]
    [InlineData(300, true)]
    public void A_member_given_twice_is_seen_among_few_and_among_many(int members, bool twice)
    {
        var names = Enumerable.Range(0, members).Select(i => $"m{i}").Append(twice ? "m7" : "m");
        using var index = JsonIndex.Open($"{{{string.Join(',', names.Select(name => $"\"{name}\":1"))}}}");
        (index is null).ShouldBe(twice);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void It_goes_as_deep_as_the_document(int depth, bool read)
    {
        var text = new string('[', depth) + new string(']', depth);
        (Document(text) is not null).ShouldBe(read);
        using var index = JsonIndex.Open(text);
        (index is not null).ShouldBe(read);
    }

    private static Gen<T> Among<T>(params T[] items) => Gen.Int[0, items.Length - 1].Select(i => items[i]);

    private static void ShouldBeTheSame(JsonIndex index, int value, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                index.KindOf(value).ShouldBe(JsonTokenType.StartObject);
                var after = value + 1;
                foreach (var member in element.EnumerateObject().Reverse().Concat(element.EnumerateObject()))
                    ShouldBeTheSame(index, index.Find(value, member.Name, ref after), member.Value);
                index.Find(value, "c", ref after).ShouldBe(-1);
                break;
            case JsonValueKind.Array:
                var item = value + 1;
                foreach (var inner in element.EnumerateArray())
                {
                    ShouldBeTheSame(index, item, inner);
                    item = index.Next(item);
                }

                item.ShouldBe(index.Next(value));
                break;
            case JsonValueKind.String:
                Said(() => index.Text(value)).ShouldBe(Said(() => element.GetString()!));
                break;
            case JsonValueKind.Number:
                index.Text(value).ShouldBe(element.GetRawText());
                break;
            default:
                index.KindOf(value).ToString().ShouldBe(element.ValueKind.ToString());
                break;
        }
    }

    private static string Said(Func<string> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return "no text";
        }
    }

    private static JsonDocument? Document(string text)
    {
        try
        {
            return JsonDocument.Parse(text, EachOnce);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
