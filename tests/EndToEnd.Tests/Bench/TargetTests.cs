using System.Text;
using IntegrationHub.Bench.Target;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Bench;

/// <summary>The bench's target keeps no content, and still tells an older version and other content from what it holds.</summary>
public sealed class TargetTests
{
    private readonly Held held = new();

    [Fact]
    public void Each_item_gets_its_code_by_version_and_content()
    {
        Take(("A", 2, "x"), ("B", 1, "x")).ShouldBe(["0", "0"]);
        Take(("A", 1, "x"), ("A", 2, "x"), ("A", 2, "y"), ("A", 3, "y")).ShouldBe(["5", "0", "6", "0"]);

        var taken = held.Taken;
        (taken.Dossiers, taken.Items, taken.Refused, taken.Calls).ShouldBe((2, 6, 2, 2));
    }

    [Fact]
    public void An_emptied_target_has_taken_nothing()
    {
        Take(("A", 2, "x"));

        held.Clear();

        held.Taken.ShouldBe(new Taken(0, 0, 0, 0, 0, 0, 0));
    }

    private string[] Take(params (string Number, long Version, string Text)[] dossiers)
    {
        var data = dossiers.Select(d => $$"""{"MaHoSo":"{{d.Number}}","GhiChu":"{{d.Text}}","TaiLieuNop":[{"MaHoSo":"Z"}],"PhienBan":"{{d.Version}}"}""");
        var call = Call.Read(Encoding.UTF8.GetBytes($$"""{"session":"s","service":"DongBoHoSoMC","data":[{{string.Join(',', data)}}],"x":[1]}"""));
        call.Service.ShouldBe("DongBoHoSoMC");
        return held.Take(call.Items);
    }
}
