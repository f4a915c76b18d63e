using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Tests.Contracts.Packets;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void The_sample_of_RFC_8785_section_3_2_2_comes_out_as_printed_there()
    {
        const string sample = """
            {
              "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """;
        Canonical(sample).ShouldBe("""{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""");
    }

    [Fact]
    public void Members_are_sorted_by_UTF_16_code_units_as_in_section_3_2_3()
    {
        const string sample = """
            {
              "\u20ac": "Euro Sign",
              "\r": "Carriage Return",
              "\ufb33": "Hebrew Letter Dalet With Dagesh",
              "1": "One",
              "\ud83d\ude00": "Emoji: Grinning Face",
              "\u0080": "Control",
              "\u00f6": "Latin Small Letter O With Diaeresis"
            }
            """;
        Canonical(sample).ShouldBe(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
            + "\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    // RFC 8785 appendix B: the bits of a double and its text.
    [Theory]
    [InlineData(0x0000000000000000, "0")]
    [InlineData(0x8000000000000000, "0")]
    [InlineData(0x0000000000000001, "5e-324")]
    [InlineData(0x8000000000000001, "-5e-324")]
    [InlineData(0x7fefffffffffffff, "1.7976931348623157e+308")]
    [InlineData(0xffefffffffffffff, "-1.7976931348623157e+308")]
    [InlineData(0x4340000000000000, "9007199254740992")]
    [InlineData(0xc340000000000000, "-9007199254740992")]
    [InlineData(0x4430000000000000, "295147905179352830000")]
    [InlineData(0x44b52d02c7e14af5, "9.999999999999997e+22")]
    [InlineData(0x44b52d02c7e14af6, "1e+23")]
    [InlineData(0x44b52d02c7e14af7, "1.0000000000000001e+23")]
    [InlineData(0x444b1ae4d6e2ef4e, "999999999999999700000")]
    [InlineData(0x444b1ae4d6e2ef4f, "999999999999999900000")]
    [InlineData(0x444b1ae4d6e2ef50, "1e+21")]
    [InlineData(0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7")]
    [InlineData(0x3eb0c6f7a0b5ed8d, "0.000001")]
    [InlineData(0x41b3de4355555553, "333333333.3333332")]
    [InlineData(0x41b3de4355555554, "333333333.33333325")]
    [InlineData(0x41b3de4355555555, "333333333.3333333")]
    [InlineData(0x41b3de4355555556, "333333333.3333334")]
    [InlineData(0x41b3de4355555557, "333333333.33333343")]
    [InlineData(0xbecbf647612f3696, "-0.0000033333333333333333")]
    [InlineData(0x43143ff3c1cb0959, "1424953923781206.2")]
    public void Numbers_are_written_as_in_appendix_B(ulong bits, string text) =>
        CanonicalNumber.ToText(BitConverter.UInt64BitsToDouble(bits)).ShouldBe(text);

    [Fact]
    public void A_written_number_reads_back_as_the_same_double() => Gen.Double.Where(double.IsFinite).Sample(number =>
        (double.Parse(CanonicalNumber.ToText(number), System.Globalization.CultureInfo.InvariantCulture) == number).ShouldBeTrue());

    [Theory]
    [InlineData("\u007f")]
    [InlineData("\u0085")]
    [InlineData("\u00a0")]
    [InlineData("\u2028")]
    [InlineData("\ufeff")]
    [InlineData("\ufffd")]
    [InlineData("😀")]
    [InlineData("Nguyễn Thị Ánh <&'+/>")]
    public void Such_text_is_written_as_it_is_however_it_was_escaped(string text)
    {
        var escaped = string.Concat(text.Select(character => $"\\u{(int)character:X4}"));
        Canonical($"[\"{text}\"]").ShouldBe($"[\"{text}\"]");
        Canonical($"[\"{escaped}\"]").ShouldBe($"[\"{text}\"]");
        Canonical($"{{\"{escaped}\":1}}").ShouldBe($"{{\"{text}\":1}}");
    }

    [Fact]
    public void Control_characters_have_their_short_escapes_or_lower_case_hex()
    {
        var all = string.Concat(Enumerable.Range(0, 0x21).Select(character => $"\\u{character:X4}"));
        Canonical($"\"{all}\"").ShouldBe(
            @"""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"
            + @"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f """);
    }

    [Theory]
    [InlineData("[\"\\ud83d\"]")]
    [InlineData("[\"\\ude00\\ud83d\"]")]
    [InlineData("{\"\\ud83d\":1}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":1,\"\\u0061\":2}")]
    [InlineData("[1e400]")]
    public void What_has_no_canonical_form_is_refused(string json) => Should.Throw<JsonException>(() => Canonical(json));

    [Fact]
    public void Broken_UTF_8_is_refused()
    {
        using var document = JsonDocument.Parse("[\"\u00e9\"]"u8.ToArray().Select(b => b == 0xa9 ? (byte)0x41 : b).ToArray());
        Should.Throw<JsonException>(() => CanonicalJson.Write(document.RootElement, new ArrayBufferWriter<byte>()));
    }

    [Fact]
    public void Pruning_takes_out_what_is_empty_bottom_up_and_nothing_else()
    {
        const string json = """{"a":"","b":null,"c":[],"d":{},"e":[{"f":["",null,{}]},""],"g":[{"h":""},"x"]"""
            + ""","i":0,"j":false,"k":" ","l":{"m":{"n":[]},"o":"p"}}""";
        Canonical(json, prune: true).ShouldBe("""{"g":["x"],"i":0,"j":false,"k":" ","l":{"o":"p"}}""");
        Canonical(json).ShouldBe(json);
        Canonical("""{"a":[""]}""", prune: true).ShouldBe("{}");
    }

    [Theory]
    [InlineData("""{"a":1,"a":""}""")]
    [InlineData("""{"a":null,"a":1}""")]
    [InlineData("""{"a":[],"\u0061":{}}""")]
    [InlineData("""{"b":{"a":1,"a":""}}""")]
    public void A_member_given_twice_is_refused_though_one_of_them_would_be_pruned(string json) =>
        Should.Throw<JsonException>(() => Canonical(json, prune: true));

    [Fact]
    public void The_canonical_form_of_a_canonical_form_is_itself() => Texts.Array[0, 6].Sample(texts =>
    {
        var json = JsonSerializer.Serialize(texts.Select((text, i) => (text, i)).ToDictionary(pair => pair.text + pair.i, pair => pair.text));
        var once = Canonical(json);
        Canonical(once).ShouldBe(once);
        JsonSerializer.Deserialize<Dictionary<string, string>>(once)!.Values.Order(StringComparer.Ordinal).ShouldBe(texts.Order(StringComparer.Ordinal));
    });

    private static readonly string[] Awkward = ["\u007f", "\u00a0", "\u2028", "\ufeff", "😀", "\"", "\\", "\u0001", "Nguyễn", "\ufb33"];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 5],
        Gen.Int[0, Awkward.Length - 1].Select(i => Awkward[i]));

    private static string Canonical(string json, bool prune = false)
    {
        var output = new ArrayBufferWriter<byte>();
        CanonicalJson.Write(JsonElement.Parse(json), output, prune);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
