using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Text;

public sealed class SourceTextTests
{
    private static readonly TextManifest Unicode = new();
    private static readonly TextManifest Tcvn3 = new() { Encoding = "tcvn3", Members = ["ten", "noi_dung"] };

    [Theory]
    [InlineData("""{"ma":"H40.13-260105-0001","so":12.50}""")]
    [InlineData("""{"ten":"Nguyễn Văn Mẫu"}""")]
    [InlineData("{ not json at all")]
    public void Content_that_is_in_form_is_the_very_same_record(string content)
    {
        var record = Record(content);
        SourceText.Clean(record, Unicode).ShouldBeSameAs(record);
    }

    [Fact]
    public void Ascii_content_of_an_old_encoding_is_not_rewritten_either()
    {
        var record = Record("""{"ten":"Le Mau"}""");
        SourceText.Clean(record, Tcvn3).ShouldBeSameAs(record);
    }

    [Fact]
    public void Decomposed_text_is_composed_at_every_depth()
    {
        var content = """{"a":"Nguyễn","b":[{"c":"Đỗ Thị Mẫu"},"Hà Nội"]}""";
        Clean(content.Normalize(NormalizationForm.FormD), Unicode).ShouldBe(content);
    }

    [Fact]
    public void Text_hidden_in_escapes_is_composed_too() => Clean("""{"a":"Ha\u0300"}""", Unicode).ShouldBe("""{"a":"Hà"}""");

    [Fact]
    public void Only_the_members_named_are_decoded() =>
        Clean("""{"ten":"Së X©y dùng","trang_thai":"Së"}""", Tcvn3).ShouldBe("""{"ten":"Sở Xây dựng","trang_thai":"Së"}""");

    [Theory]
    [InlineData("Gia hạn giấy phép", "Lô Hoa")]
    [InlineData("Gia h¹n giÊy phÐp", "Lụ Hoa")]
    [InlineData("GPXD", "Lụ Hoa")]
    public void What_a_member_does_not_tell_its_row_does(string besides, string name)
    {
        using var row = JsonDocument.Parse(Clean($$"""{"ten":"Lô Hoa","noi_dung":"{{besides}}"}""", Tcvn3));
        row.RootElement.GetProperty("ten").GetString().ShouldBe(name);
    }

    [Fact]
    public void A_member_in_two_encodings_is_refused_by_name_whatever_the_mapping()
    {
        var record = SourceText.Clean(Record("""{"ten":"Trần V©n"}"""), Tcvn3);
        var rejected = RecordReader.Map(record, _ => new MapResult.Ignored("")).ShouldBeOfType<MapResult.Rejected>();
        (rejected.Code, rejected.Pointer).ShouldBe(("encoding-mixed", "/ten"));
    }

    [Theory]
    [InlineData("""{"ghi_chu":[{"ten":"ThÞ"},"café µ"]}""", """{"ghi_chu":[{"ten":"Thị"},"café µ"]}""")]
    [InlineData("""{"ten":[{"ghi_chu":"café µ"},"ThÞ"]}""", """{"ten":[{"ghi_chu":"café µ"},"Thị"]}""")]
    [InlineData("""{"ghi_chu":{"ten":["ThÞ",{},"ThÞ"]}}""", """{"ghi_chu":{"ten":["Thị",{},"Thị"]}}""")]
    public void A_text_in_a_list_belongs_to_the_lists_own_member(string content, string expected) =>
        Clean(content, Tcvn3).ShouldBe(expected);

    [Theory]
    [InlineData("""{"a":1,"ho_ten":"Nguy�n"}""", "/ho_ten")]
    [InlineData("""{"a":1,"ho_ten":"Nguy\ufffdn"}""", "/ho_ten")]
    [InlineData("""{"a":[{"b":""},"Nguy\uFFFDn"]}""", "/a")]
    [InlineData("""{"h\ufffd_ten":"Nam"}""", "")]
    public void Text_of_which_the_driver_lost_a_character_is_refused_by_name(string content, string pointer)
    {
        foreach (var text in new[] { Unicode, Tcvn3 })
        {
            var record = SourceText.Clean(Record(Regex.Unescape(content)), text);
            var rejected = RecordReader.Map(record, _ => new MapResult.Ignored("")).ShouldBeOfType<MapResult.Rejected>();
            (rejected.Code, rejected.Pointer).ShouldBe(("text-lost", pointer));
            rejected.Message.ShouldNotContain("Nguy");
        }
    }

    [Fact]
    public void Old_bytes_hidden_in_escapes_are_decoded_too() => Clean("""{"ten":"S\u00eb"}""", Tcvn3).ShouldBe("""{"ten":"Sở"}""");

    [Fact]
    public void Numbers_keep_their_digits_and_other_values_their_form() =>
        Clean("""{"ten":"Së","a":1.50,"b":-0,"c":1e3,"d":null,"e":true,"f":[],"g":{}}""", Tcvn3)
            .ShouldBe("""{"ten":"Sở","a":1.50,"b":-0,"c":1e3,"d":null,"e":true,"f":[],"g":{}}""");

    [Theory]
    [InlineData("""{"ten":"\ud800"}""")]
    [InlineData("""{"ten":"Së""")]
    public void Content_that_is_no_text_is_left_for_the_mapping_to_refuse(string content) => Clean(content, Tcvn3).ShouldBe(content);

    [Fact]
    public void Quotes_and_control_characters_stay_json()
    {
        var cleaned = Clean("""{"ten":"S\u00eb \"A\" \n"}""", Tcvn3);
        JsonDocument.Parse(cleaned).RootElement.GetProperty("ten").GetString().ShouldBe("Sở \"A\" \n");
    }

    private static string Clean(string content, TextManifest text) => SourceText.Clean(Record(content), text).Content;

    private static SourceRecord Record(string content) => new() { Key = "1", Content = content };
}
