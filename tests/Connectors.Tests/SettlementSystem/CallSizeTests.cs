using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>A target, or a gateway before it, that takes no call over a certain size (HTTP 413), whatever KhaNang says.</summary>
public sealed class CallSizeTests
{
    private const int Largest = 1000;

    [Fact]
    public async Task A_dossier_that_is_too_large_is_found_and_its_small_neighbours_go_on_together()
    {
        await using var rig = await StartAsync();

        var fates = await rig.Target.SendDossiersAsync([.. Dossiers(6, large: 4)], Rig.Token);
        var later = await rig.Target.SendDossiersAsync([.. Dossiers(6)], Rig.Token);

        fates.Select(fate => fate?.Name).ShouldBe([null, null, null, null, "Rejected", null]);
        later.ShouldAllBe(fate => fate == null);
        // 6, its halves 0-2 and 3-5, of which 3, 4-5, 4 and 5; then all six at once, for the one that was refused was larger than they.
        rig.Server.Count("DongBoHoSoMC").ShouldBe(7 + 1);
    }

    [Fact]
    public async Task A_size_that_was_refused_once_is_not_tried_again()
    {
        await using var rig = await StartAsync();

        for (var i = 0; i < 3; i++)
            (await rig.Target.SendDossiersAsync([.. Dossiers(16)], Rig.Token)).ShouldAllBe(fate => fate == null);

        // All 16 are refused once; then it is two times 8, each time.
        rig.Server.Count("DongBoHoSoMC").ShouldBe(1 + 2 + 2 + 2);
        rig.Server.Count("KhaNang").ShouldBe(1 + 1);
    }

    private static async Task<Rig> StartAsync()
    {
        var rig = await Rig.StartAsync();
        rig.Server.On("DongBoHoSoMC", Reactions.When(
            request => request.GetRawText().Length > Largest, Reactions.Status(413), Reactions.AcceptItems));
        return rig;
    }

    private static IEnumerable<DossierItem> Dossiers(int count, int large = -1) => Enumerable.Range(10, count).Select((number, i) =>
        new DossierItem(
            $"HS-{number}", 7, $$"""{"MaHoSo":"HS-{{number}}","GhiChu":"{{new string('x', i == large ? 2 * Largest : 30)}}"}""",
            WriteMode.Upsert, "t"));
}
