using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Connectors.SettlementSystem;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

public sealed class PrivacyTests
{
    private const string Packet = """
        {"MaHoSo":"HS-1","MaTTHC":"1.002820","ChuHoSo":"TRẦN THỊ MẪU","SoDienThoai":"0900000123",
        "Email":"mau@dan.example","DinhDanhCHS":[{"SoDinhDanh":"999012345678"}]}
        """;

    [Theory]
    [InlineData("Chủ hồ sơ Trần Thị Mẫu không hợp lệ", "Chủ hồ sơ (…) không hợp lệ")]
    [InlineData("Số định danh 999012345678.", "Số định danh (…).")]
    [InlineData("Số khác 999012349999 cũng vậy", "Số khác (…) cũng vậy")]
    [InlineData("Gọi 0900000123 hoặc viết la@dan.example", "Gọi (…) hoặc viết (…)")]
    [InlineData("HS-1: MaTTHC 1.002820 không có, ngày 20260115081500", "HS-1: MaTTHC 1.002820 không có, ngày 20260115081500")]
    [InlineData("", "it does not say why.")]
    public void The_targets_words_lose_what_they_repeat_of_a_person(string words, string kept) =>
        TargetMessage.Clean(words, [new Spliced(Packet)]).ShouldBe(kept);

    [Fact]
    public void Words_about_many_packets_are_not_kept_and_long_ones_are_cut()
    {
        TargetMessage.Clean("TRẦN THỊ MẪU", [.. Enumerable.Repeat(new Spliced("{}"), 11)]).ShouldNotContain("MẪU");
        TargetMessage.Clean(new string('x', 5000), [new Spliced("{}")]).Length.ShouldBeLessThan(400);
    }

    /// <summary>A question holds no packet, so nothing says which of the target's words are a person's.</summary>
    [Fact]
    public async Task The_targets_words_about_a_question_are_not_kept()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("TraCuuHoSo", Reactions.Code("1", "Hồ sơ của Trần Thị Mẫu đang khóa"));

        var fault = (await rig.Target.QueryAsync(["HS-1"], withProgress: false, Rig.Token))[0].Fault.ShouldBeOfType<Fault.Rejected>();

        fault.Message.ShouldNotContain("Mẫu");
    }

    [Fact]
    public async Task Nothing_of_a_packet_a_person_or_a_secret_is_logged_or_told_whatever_happens()
    {
        await using var rig = await Rig.StartAsync();
        rig.Server.On("auth", Reactions.Html, Reactions.Session)
            .On(
                "DongBoHoSoMC",
                Reactions.Code("401"),
                Reactions.Code("1", "TRẦN THỊ MẪU 999012345678"),
                Reactions.Code("1", "TRẦN THỊ MẪU"),
                Reactions.Cut,
                Reactions.Status(403))
            .On("TraCuuHoSo", Reactions.Status(429, "5"));
        DossierItem[] items = [new("HS-1", 1, Packet, WriteMode.Upsert, "t"), new("HS-2", 1, Packet, WriteMode.Upsert, "t")];

        var told = new List<string?>();
        for (var i = 0; i < 4; i++)
            told.AddRange((await rig.FinishAsync(rig.Target.SendDossiersAsync(items, Rig.Token))).Select(fate => fate?.ToString()));
        told.Add((await rig.Target.QueryAsync(["HS-1"], withProgress: true, Rig.Token))[0].Fault?.ToString());
        told.AddRange(rig.Log.All);

        rig.Log.All.ShouldNotBeEmpty();
        foreach (var secret in new[] { "MẪU", "999012345678", "0900000123", "mau@dan.example", Rig.Password, "session-1", "session-2" })
            told.ShouldAllBe(line => line == null || !line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }
}
