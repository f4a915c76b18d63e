using System.Text.Json;
using IntegrationHub.Hub.Tests.Contracts.Validate;
using IntegrationHub.Hub.Validate;

namespace IntegrationHub.Hub.Tests.Contracts.Schema;

public sealed class ExampleTests
{
    public static TheoryData<string> Valid { get; } = FilesIn("valid");

    public static TheoryData<string> Invalid { get; } = FilesIn("invalid");

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_valid_example_is_read_and_keeps_the_contract(string file)
    {
        var record = Example(file).Deserialize<CanonicalRecord>(ContractJson.Options)!;
        ContractRules.Check(record, Sample.Now).ShouldBeEmpty();
        JsonElement.DeepEquals(JsonSerializer.SerializeToElement(record, ContractJson.Options), Example(file)).ShouldBeTrue("written again it is another text");
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void An_invalid_example_breaks_the_one_rule_that_it_names(string file)
    {
        var example = Example(file);
        example.GetProperty("schema").GetString().ShouldBeOneOf("refuses", "cannot say");
        RulesBrokenBy(example.GetProperty("record")).ShouldBe([example.GetProperty("rule").GetString()!]);
    }

    [Fact]
    public void Every_rule_has_an_example()
    {
        var shown = Invalid.Select(row => Example(row.Data).GetProperty("rule").GetString()!).Append("code-unknown");
        ContractRulesTests.Rules.Except(shown).ShouldBeEmpty("code-unknown cannot be written in JSON");
    }

    [Theory]
    [MemberData(nameof(Valid))]
    public async Task Another_validator_takes_every_valid_example(string file)
    {
        var verdict = await Ajv.VerdictAsync(file, TestContext.Current.CancellationToken);
        verdict.Refused.ShouldBeFalse(verdict.Why);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public async Task Another_validator_refuses_what_the_schema_can_say(string file)
    {
        var verdict = await Ajv.VerdictAsync(file, TestContext.Current.CancellationToken);
        verdict.Refused.ShouldBe(Example(file).GetProperty("schema").GetString() == "refuses", verdict.Why);
    }

    // What is no record at all breaks the rule "shape": it never gets as far as the rules.
    private static IEnumerable<string> RulesBrokenBy(JsonElement record)
    {
        try
        {
            return ContractRules.Check(record.Deserialize<CanonicalRecord>(ContractJson.Options)!, Sample.Now).Select(violation => violation.Rule);
        }
        catch (JsonException)
        {
            return ["shape"];
        }
    }

    private static JsonElement Example(string file) => JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Contracts, "examples", file)));

    private static TheoryData<string> FilesIn(string folder) =>
    [
        .. Directory.GetFiles(Path.Combine(Repository.Contracts, "examples", folder), "*.json")
            .Order(StringComparer.Ordinal)
            .Select(path => $"{folder}/{Path.GetFileName(path)}"),
    ];
}
