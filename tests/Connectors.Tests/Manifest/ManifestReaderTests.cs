using System.Text.Json.Nodes;
using IntegrationHub.Connectors.Sdk;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Manifest;

public sealed class ManifestReaderTests
{
    private const string Good =
        """
        {
          "id": "land-registry",
          "title": "Land registry",
          "owner": "The office",
          "stream": "callbacks",
          "produces": ["dossier", "progress"],
          "owns": ["*"],
          "contractVersion": "1.0",
          "pattern": "rest-poll",
          "cursor": "time",
          "lag": "1.00:00:00",
          "schedule": "0 0/5 8-17 ? * MON-FRI",
          "everyStep": true,
          "text": { "encoding": "tcvn3", "members": ["ten"] },
          "abilities": { "check": "yes", "readByKeys": "no: nobody asked", "keySweep": "yes", "callback": "no: it calls nobody", "lookup": "yes" },
          "dataClasses": ["technical", "personal"],
          "allowedHosts": ["Address"],
          "open": ["MaHoSo", "trang_thai"],
          "titleVi": "Đăng ký đất đai"
        }
        """;

    [Fact]
    public void A_good_manifest_is_read_whole()
    {
        var (manifest, problems) = ManifestReader.Read("connector.json", Good);
        problems.ShouldBeEmpty();
        manifest!.TitleVi.ShouldBe("Đăng ký đất đai");
        manifest.Lag.ShouldBe(TimeSpan.FromDays(1));
        manifest.EveryStep.ShouldBeTrue();
        manifest.Text.Members.ShouldBe(["ten"]);
        manifest.Abilities["readByKeys"].ShouldBe("no: nobody asked");
        manifest.AllowedHosts.ShouldBe(["Address"]);
        manifest.Open.ShouldBe(["MaHoSo", "trang_thai"]);
    }

    [Theory]
    [InlineData("id", "\"Land_Registry\"", "/id", 2)]
    [InlineData("id", "7", "/id", 2)]
    [InlineData("id", "\"land\\n\"", "/id", 2)]
    [InlineData("title", "\" \"", "/title", 3)]
    [InlineData("stream", "\"Call Backs\"", "/stream", 5)]
    [InlineData("stream", "\"callbacks\\n\"", "/stream", 5)]
    [InlineData("produces", "[\"dossiers\"]", "/produces", 6)]
    [InlineData("produces", "[\"dossier\",\"dossier\"]", "/produces", 6)]
    [InlineData("owns", "[]", "/owns", 7)]
    [InlineData("owns", "[\"*\",\"MaHoSo\"]", "/owns", 7)]
    [InlineData("contractVersion", "\"2.0\"", "/contractVersion", 8)]
    [InlineData("contractVersion", "\"1\"", "/contractVersion", 8)]
    [InlineData("pattern", "\"carrier-pigeon\"", "/pattern", 9)]
    [InlineData("cursor", "\"date\"", "/cursor", 10)]
    [InlineData("cursor", "\"sequence\"", "/lag", 11)]
    [InlineData("lag", "\"two minutes\"", "/lag", 11)]
    [InlineData("lag", "\"00:00:00\"", "/lag", 11)]
    [InlineData("lag", "\"5\"", "/lag", 11)]
    [InlineData("lag", "\"1:00\"", "/lag", 11)]
    [InlineData("lag", "\"00:05:00.5\"", "/lag", 11)]
    [InlineData("schedule", "\"* * * * *\"", "/schedule", 12)]
    [InlineData("everyStep", "\"yes\"", "/everyStep", 13)]
    [InlineData("text", "{\"encoding\":\"vni\"}", "/text/encoding", 14)]
    [InlineData("text", "{\"encoding\":\"tcvn3\"}", "/text/members", null)]
    [InlineData("text", "{\"encoding\":\"unicode\",\"font\":\".VnTime\"}", "/text/font", 14)]
    [InlineData("dataClasses", "[\"secret\"]", "/dataClasses", 16)]
    [InlineData("allowedHosts", "\"Address\"", "/allowedHosts", 17)]
    [InlineData("open", "\"MaHoSo\"", "/open", 18)]
    [InlineData("open", "[\"MaHoSo\", 7]", "/open", 18)]
    [InlineData("open", "[\"*\"]", "/open", 18)]
    [InlineData("open", "[\"/body/MaHoSo\"]", "/open", 18)]
    [InlineData("open", "[\"MaHoSo\", \"MaHoSo\"]", "/open", 18)]
    public void A_bad_member_is_told_with_its_place(string member, string value, string pointer, int? line)
    {
        var problems = Problems(member, value);
        problems.ShouldContain(problem => problem.Pointer == pointer, string.Join('\n', problems));
        if (line is not null)
            problems.First(problem => problem.Pointer == pointer).Line.ShouldBe(line);
        problems.ShouldAllBe(problem => problem.File == "connector.json");
    }

    [Theory]
    [InlineData("\"perhaps\"", "check")]
    [InlineData("\"no:\"", "check")]
    [InlineData("\"yes\"", "fly")]
    public void An_ability_is_yes_or_no_with_a_reason_and_known(string answer, string name) =>
        Problems("abilities", $$"""{"{{name}}":{{answer}}}""").ShouldContain(problem => problem.Pointer == $"/abilities/{name}");

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var (manifest, problems) = ManifestReader.Read("connector.json", """{ "id": "X", "colour": "red" }""");
        manifest.ShouldBeNull();
        problems.Select(problem => problem.Pointer).ShouldBe(
            [
                "/title", "/titleVi", "/owner", "/stream", "/produces", "/contractVersion", "/pattern", "/cursor", "/schedule",
                "/abilities", "/dataClasses", "/colour", "/id",
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"id\": ")]
    [InlineData("""{ "id": "a", "id": "b" }""")]
    [InlineData("""{ "id": "a", "title": "\ud800" }""")]
    [InlineData("""{ "\ud800": "a" }""")]
    public void What_is_no_json_object_is_one_problem(string json) => ManifestReader.Read("connector.json", json).Problems.Count.ShouldBe(1);

    [Theory]
    [InlineData("0/30 * * * * ?")]
    [InlineData("0 15 10 ? * 6L 2026-2030")]
    [InlineData("0 0 8 ? * FRI#3")]
    [InlineData("0 0 8 ? * FRIL")]
    [InlineData("0 0 0 L-3W * ?")]
    [InlineData("0 0 0 * * *")]
    public void A_schedule_of_six_or_seven_fields_is_left_for_the_scheduler_to_judge(string expression) =>
        Problems("schedule", $"\"{expression}\"").ShouldBeEmpty();

    [Theory]
    [InlineData("0 0 0 ? * MON 2026 8")]
    [InlineData("0/5 * * * *")]
    public void A_schedule_in_the_five_fields_of_unix_or_in_too_many_is_told_how_to_write_it(string expression) =>
        Problems("schedule", $"\"{expression}\"").ShouldHaveSingleItem().ToString().ShouldContain("6 or 7 fields");

    private static IReadOnlyList<ManifestProblem> Problems(string member, string value)
    {
        var lines = Good.Split('\n');
        var at = Array.FindIndex(lines, line => line.TrimStart().StartsWith($"\"{member}\":", StringComparison.Ordinal));
        lines[at] = $"  \"{member}\": {JsonNode.Parse(value)!.ToJsonString()}{(lines[at].TrimEnd().EndsWith(',') ? "," : "")}";
        return ManifestReader.Read("connector.json", string.Join('\n', lines)).Problems;
    }
}
