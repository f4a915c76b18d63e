using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Tests.Contracts.Packets;

public sealed class PacketDigestTests
{
    private static readonly Hash256 TomTat = Hash256.Parse(ProfileVector.TomTat);

    [Fact]
    public void The_profiles_dossier_has_the_digest_that_the_profile_prints() =>
        PacketDigest.TomTat(ProfileVector.Dossier).ToString().ShouldBe(ProfileVector.TomTat);

    [Theory]
    [InlineData(ProfileVector.Dossier, 530)]
    [InlineData(ProfileVector.Row, 298)]
    public void The_profiles_packets_have_as_many_canonical_bytes_as_the_profile_prints(string packet, int bytes)
    {
        var output = new ArrayBufferWriter<byte>();
        CanonicalJson.Write(JsonElement.Parse(packet), output, prune: true);
        output.WrittenCount.ShouldBe(bytes);
    }

    [Fact]
    public void The_profiles_leaves_come_out_as_printed()
    {
        PacketDigest.Leaf(ProfileVector.Number, TomTat, 0, Hash256.Zero).ToString().ShouldBe(ProfileVector.LeafWithoutProgress);
        PacketDigest.Leaf(ProfileVector.Number, TomTat, 1, Hash256.Parse(ProfileVector.RowHash)).ToString().ShouldBe(ProfileVector.LeafWithRow);
    }

    [Fact]
    public void The_profiles_progress_row_has_the_hash_that_the_profile_prints() =>
        PacketDigest.RowHash(ProfileVector.Row).ToString().ShouldBe(ProfileVector.RowHash);

    [Fact]
    public void The_profiles_bucket_key_begins_as_printed() =>
        PacketDigest.BucketKey(ProfileVector.Number).ToString().ShouldStartWith("a3e84ee3");

    [Fact]
    public void Version_tag_and_what_is_empty_are_no_part_of_the_digest()
    {
        var packet = Parsed();
        packet["PhienBan"] = "1768440000000000";
        packet["nguon"] = "civil-status";
        packet["ThongTinKhac"] = null;
        packet["DinhDanhCHS"] = new JsonArray(new JsonObject { ["SoDinhDanh"] = "", ["Sau"] = new JsonArray("", new JsonObject()) });
        packet.Remove("Fax");

        PacketDigest.TomTat(packet.ToJsonString()).ShouldBe(TomTat);
    }

    [Theory]
    [InlineData("TrangThaiHoSo", "4")]
    [InlineData("Fax", "0")]
    [InlineData("phienban", "1")]
    [InlineData("Nguon", "civil-status")]
    public void Any_other_member_changes_the_digest(string member, string value)
    {
        var packet = Parsed();
        packet[member] = value;
        PacketDigest.TomTat(packet.ToJsonString()).ShouldNotBe(TomTat);
    }

    [Fact]
    public void A_version_inside_a_child_is_content()
    {
        var packet = Parsed();
        packet["TaiLieuNop"]![0]!["PhienBan"] = "2";
        PacketDigest.TomTat(packet.ToJsonString()).ShouldNotBe(TomTat);
    }

    [Fact]
    public void The_order_of_members_says_nothing_and_the_order_of_a_list_does()
    {
        var turned = new JsonObject(Parsed().Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        PacketDigest.TomTat(turned.ToJsonString()).ShouldBe(TomTat);

        PacketDigest.TomTat("""{"a":["1","2"]}""").ShouldNotBe(PacketDigest.TomTat("""{"a":["2","1"]}"""));
    }

    [Fact]
    public void A_row_is_identified_by_its_nine_members_alone()
    {
        var row = JsonNode.Parse(ProfileVector.Row)!.AsObject();
        row["Id"] = "17";
        PacketDigest.RowHash(row.ToJsonString()).ToString().ShouldBe(ProfileVector.RowHash);

        row["ChucDanh"] = "Chuyên viên chính";
        PacketDigest.RowHash(row.ToJsonString()).ToString().ShouldNotBe(ProfileVector.RowHash);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"MaHoSo\"")]
    [InlineData("{\"MaHoSo\":")]
    [InlineData("{\"a\":\"1\",\"a\":\"1\"}")]
    public void What_is_no_packet_has_no_digest(string text) => Should.Throw<JsonException>(() => PacketDigest.TomTat(text));

    [Fact]
    public void Half_a_surrogate_pair_has_no_digest_however_it_is_written()
    {
        Should.Throw<JsonException>(() => PacketDigest.TomTat("{\"a\":\"\\ud83d\"}"));
        Should.Throw<JsonException>(() => PacketDigest.TomTat("{\"a\":\"\ud83d\"}"));
        Should.Throw<JsonException>(() => PacketDigest.TomTat("{\"\\udc00\":\"a\"}"));
    }

    private static JsonObject Parsed() => JsonNode.Parse(ProfileVector.Dossier)!.AsObject();
}
