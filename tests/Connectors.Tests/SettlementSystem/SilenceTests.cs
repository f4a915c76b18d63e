using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>A basic target takes one dossier a call; when it is down, the worker is not kept for a time-out for each of many.</summary>
public sealed class SilenceTests
{
    private const int Dossiers = 50;
    private const int AtOnce = 8;

    public static TheoryData<string> Silences => ["reset", "500", "not now"];

    [Theory]
    [MemberData(nameof(Silences))]
    public async Task After_three_calls_in_a_row_without_an_answer_the_rest_is_not_sent(string silence)
    {
        await using var rig = await Rig.StartAsync(("Profile", "Basic"));
        rig.Server.On("DongBoHoSoMC", silence switch
        {
            "reset" => Reactions.Reset,
            "500" => Reactions.Status(500),
            _ => Reactions.Code("2", "not now"),
        });

        var fates = await rig.Target.SendDossiersAsync([.. Enumerable.Range(0, Dossiers).Select(Dossier)], Rig.Token);

        rig.Server.Count("DongBoHoSoMC").ShouldBeInRange(3, 3 + AtOnce - 1);
        fates.Count(fate => fate is Fault.Transient { Message: "Not sent: the calls before it were not answered." })
            .ShouldBe(Dossiers - rig.Server.Count("DongBoHoSoMC"));
    }

    [Fact]
    public async Task One_answer_between_them_and_all_are_sent()
    {
        await using var rig = await Rig.StartAsync(("Profile", "Basic"), ("MaxConnections", "1"));
        rig.Server.On("DongBoHoSoMC", [.. Enumerable.Range(0, Dossiers).Select(i => i % 3 == 2 ? Reactions.Accept : Reactions.Reset)]);

        await rig.Target.SendDossiersAsync([.. Enumerable.Range(0, Dossiers).Select(Dossier)], Rig.Token);

        rig.Server.Count("DongBoHoSoMC").ShouldBe(Dossiers);
    }

    private static DossierItem Dossier(int i) => Rig.Dossier($"HS-{i}", mode: WriteMode.Insert);
}
