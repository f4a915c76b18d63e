using System.Text.Json.Nodes;

namespace IntegrationHub.Hub.Tests.Contracts.Schema;

public sealed class SchemaTests
{
    private static readonly string Folder = Path.Combine(Repository.Contracts, "schema");

    public static TheoryData<string> Files { get; } = [.. ContractSchemas.Generate().Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_approved_schema_says_what_the_records_say(string file)
    {
        var approved = Path.Combine(Folder, file);
        var received = Path.ChangeExtension(approved, ".received.json");
        var generated = ContractSchemas.Generate()[file];
        if (File.Exists(approved) && await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken) == generated)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, generated, TestContext.Current.CancellationToken);
        Assert.Fail($"The contract changed. Compare contracts/schema/{Path.GetFileName(received)} with {file}; if it is meant, put it in its place.");
    }

    [Fact]
    public void No_schema_lies_there_without_a_record() =>
        Directory.GetFiles(Folder, "*.schema.json").Select(path => Path.GetFileName(path)).ShouldBe(ContractSchemas.Generate().Keys, ignoreOrder: true);

    [Fact]
    public void Every_member_says_title_description_and_data_class()
    {
        foreach (var schema in ContractSchemas.Generate().Values)
            foreach (var member in MembersOf(JsonNode.Parse(schema)!))
                foreach (var keyword in (string[])["title", "description", "x-data-class"])
                    (member.Value[keyword]?.GetValue<string>()).ShouldNotBeNullOrWhiteSpace($"{member.Key} has no {keyword}");
    }

    [Fact]
    public void Titles_are_the_official_fields()
    {
        var dossier = JsonNode.Parse(ContractSchemas.Generate()["dossier.schema.json"])!["properties"]!;
        dossier["receivedAt"]!["title"]!.GetValue<string>().ShouldBe("NgayTiepNhan");
        dossier["papers"]!["items"]!["properties"]!["deleted"]!["title"]!.GetValue<string>().ShouldBe("IsDeleted");
        dossier["procedure"]!["title"]!.GetValue<string>().ShouldBe("MaTTHC, TenTTHC, MaLinhVuc, TenLinhVuc");
        dossier["later"]!["properties"]!["channel"]!["title"]!.GetValue<string>().ShouldBe("KenhThucHien");
    }

    private static IEnumerable<KeyValuePair<string, JsonNode>> MembersOf(JsonNode schema)
    {
        var members = schema["properties"]?.AsObject().Where(member => member.Key != "kind" || member.Value!["const"] is null) ?? [];
        foreach (var (name, member) in members)
        {
            yield return KeyValuePair.Create(name, member!);
            foreach (var child in MembersOf(member!).Concat(member!["items"] is { } items ? MembersOf(items) : []))
                yield return child;
        }
    }
}
