using System.Text.Json;
using IntegrationHub.Contracts.Packets;
using IntegrationHub.Hub.Tests.Contracts.Schema;

namespace IntegrationHub.Hub.Tests.Contracts.Packets;

/// <summary>What we publish for makers of settlement systems is what the hub computes.</summary>
public sealed class PublishedProfileTests
{
    private static readonly string Folder = Path.Combine(Repository.Contracts, "settlement", "v1");
    private static readonly JsonElement Vectors = JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, "vectors.json")));
    private static readonly string Description = File.ReadAllText(Path.Combine(Folder, "openapi.yaml"));

    [Fact]
    public void The_published_vectors_are_what_the_hub_computes()
    {
        var (dossier, row) = (Vectors.GetProperty("dossier").GetRawText(), Vectors.GetProperty("row").GetRawText());
        var (tomTat, rowHash) = (PacketDigest.TomTat(dossier), PacketDigest.RowHash(row));
        var number = Vectors.GetProperty("dossier").GetProperty(PacketNames.MaHoSo).GetString()!;

        tomTat.ToString().ShouldBe(Text("TomTat"));
        rowHash.ToString().ShouldBe(Text("rowHash"));
        PacketDigest.Leaf(number, tomTat, 0, Hash256.Zero).ToString().ShouldBe(Text("leafWithoutProgress"));
        PacketDigest.Leaf(number, tomTat, 1, rowHash).ToString().ShouldBe(Text("leafWithRow"));
        PacketDigest.BucketKey(number).ToString().ShouldBe(Text("bucketKey"));
    }

    [Fact]
    public void The_vectors_are_those_of_the_specification() =>
        (Text("TomTat"), Text("leafWithoutProgress"), Text("rowHash"), Text("leafWithRow"))
            .ShouldBe((ProfileVector.TomTat, ProfileVector.LeafWithoutProgress, ProfileVector.RowHash, ProfileVector.LeafWithRow));

    [Theory]
    [InlineData("TomTat")]
    [InlineData("leafWithoutProgress")]
    [InlineData("rowHash")]
    [InlineData("leafWithRow")]
    [InlineData("bucketKey")]
    public void The_description_prints_the_same_vectors(string name) => Description.ShouldContain($"\n  {name}: {Text(name)}\n");

    [Fact]
    public void The_description_asks_for_all_members_in_the_official_order()
    {
        Description.ShouldContain($"required: [{string.Join(", ", PacketNames.Dossier)}]");
        Description.ShouldContain($"required: [{string.Join(", ", PacketNames.Progress)}]");
    }

    [Fact]
    public void A_call_takes_as_many_items_as_the_target_says_and_the_description_bounds_them_nowhere_else()
    {
        Description.ShouldContain("up to maxDossiers");
        Description.ShouldContain("up to maxProgress");
        Description.ShouldNotContain("maxItems");
    }

    private static string Text(string name) => Vectors.GetProperty(name).GetString()!;
}
