using System.Text;
using System.Text.Json;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Connectors.Tests.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.LandRegistry;

public sealed class LandCallbackTests
{
    private const string Secret = "canary-Bí-mật-1";
    private const string Body = """{"SecurityCode":"canary-Bí-mật-1","SoBienNhan":"H40.15-260210-0003","NgayThongBao":"2026-02-16T02:00:00Z"}""";

    [Fact]
    public void A_genuine_callback_is_taken_without_its_secret()
    {
        var accepted = Receive(Body).ShouldBeOfType<CallbackVerdict.Accept>();
        accepted.Answer.StatusCode.ShouldBe(200);
        JsonDocument.Parse(accepted.Answer.Json).RootElement.GetProperty("Result").GetInt32().ShouldBe(1);
        accepted.Entry.Name.ShouldBe("DongBoKetQuaThue");
        accepted.Entry.Content.ShouldBe("""{"SoBienNhan":"H40.15-260210-0003","NgayThongBao":"2026-02-16T02:00:00Z"}""");
        accepted.Entry.Key.ShouldMatch("^[0-9a-f]{64}$");
    }

    [Theory]
    [InlineData("""{"SoBienNhan":"H40.15-260210-0003"}""")]
    [InlineData("""{"SecurityCode":"","SoBienNhan":"H40.15-260210-0003"}""")]
    [InlineData("""{"SecurityCode":"canary-Bí-mật-2"}""")]
    [InlineData("""{"SecurityCode":"canary-Bí-mật-1 "}""")]
    [InlineData("""{"SecurityCode":["canary-Bí-mật-1"]}""")]
    [InlineData("""{"securitycode":"canary-Bí-mật-1"}""")]
    public void A_wrong_secret_is_refused_with_401(string body)
    {
        var refused = Receive(body).ShouldBeOfType<CallbackVerdict.Refuse>();
        refused.Answer.StatusCode.ShouldBe(401);
        $"{refused.Reason}{refused.Answer.Json}".ShouldNotContain("canary");
        JsonDocument.Parse(refused.Answer.Json).RootElement.GetProperty("Result").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("SoBienNhan=H40.15")]
    [InlineData("[]")]
    [InlineData("""{"SecurityCode":"canary-Bí-mật-1","SoBienNhan":""")]
    [InlineData("""{"SecurityCode":"canary-Bí-mật-1","SecurityCode":"canary-Bí-mật-1"}""")]
    [InlineData("""{"SecurityCode":"\ud800"}""")]
    public void A_body_that_cannot_be_read_is_refused_with_400(string body) =>
        Receive(body).ShouldBeOfType<CallbackVerdict.Refuse>().Answer.StatusCode.ShouldBe(400);

    [Fact]
    public void A_body_that_is_not_UTF8_is_refused_with_400_and_never_mended()
    {
        byte[] body = [.. Encoding.UTF8.GetBytes(Body[..^2]), 0xC3, .. "\"}"u8];
        Receive(body).ShouldBeOfType<CallbackVerdict.Refuse>().Answer.StatusCode.ShouldBe(400);
    }

    [Fact]
    public void The_secret_is_taken_out_in_any_spelling_of_its_member() =>
        Receive("""{"SecurityCode":"canary-Bí-mật-1","securityCode":"canary-Bí-mật-1","SoBienNhan":"x"}""")
            .ShouldBeOfType<CallbackVerdict.Accept>().Entry.Content.ShouldBe("""{"SoBienNhan":"x"}""");

    [Fact]
    public void A_repetition_has_the_same_key_and_any_difference_another()
    {
        Key(Body).ShouldBe(Key(Body.Replace(",", ",\n  ", StringComparison.Ordinal)));
        Key(Body).ShouldNotBe(Key(Body.Replace("0003", "0004", StringComparison.Ordinal)));
        Key(Body).ShouldNotBe(Key(Body, "KetThuc"));
    }

    [Fact]
    public void When_the_journal_cannot_be_written_the_registry_is_asked_to_call_again() =>
        ((ICallback)Connector()).Unavailable.StatusCode.ShouldBe(503);

    [Fact]
    public async Task The_journal_is_read_in_its_order_page_by_page()
    {
        var stop = TestContext.Current.CancellationToken;
        var callbacks = Enumerable.Range(1, 5)
            .Select(i => new JournaledCallback(i * 10, new("KetThuc", $"key{i}", $$"""{"n":{{i}}}""")));
        var connector = Connector([.. callbacks], pageSize: 2);
        var (keys, from) = (new List<string>(), (Position?)null);
        for (var more = true; more;)
        {
            var page = (await connector.ReadAsync(from, stop)).Value!;
            keys.AddRange(page.Records.Select(record => record.Key));
            page.ReadUpTo.ShouldBe(page.Next);
            (from, more) = (Position.Parse(page.Next.ToString()), page.HasMore);
        }

        keys.ShouldBe(["key1", "key2", "key3", "key4", "key5"]);
        from.ShouldBe(Position.AtSequence(50));
    }

    [Fact]
    public async Task A_journaled_callback_becomes_a_record_with_its_name_and_body()
    {
        var connector = Connector([new(1, new("KetThuc \"x\"", "key", """{"n":1}"""))]);
        var record = (await connector.ReadAsync(null, TestContext.Current.CancellationToken)).Value!.Records.Single();
        using var content = JsonDocument.Parse(record.Content);
        content.RootElement.GetProperty("callback").GetString().ShouldBe("KetThuc \"x\"");
        content.RootElement.GetProperty("body").GetProperty("n").GetInt32().ShouldBe(1);
        record.Time.ShouldBeNull();
    }

    private static string Key(string body, string name = "DongBoKetQuaThue") => Receive(body, name).ShouldBeOfType<CallbackVerdict.Accept>().Entry.Key;

    private static CallbackVerdict Receive(string body, string name = "DongBoKetQuaThue") => Receive(Encoding.UTF8.GetBytes(body), name);

    private static CallbackVerdict Receive(byte[] body, string name = "DongBoKetQuaThue") =>
        ((ICallback)Connector()).Receive(new(name, body));

    private static ISourceConnector Connector(JournaledCallback[]? journal = null, int pageSize = 500)
    {
        Environment.SetEnvironmentVariable("HUB_TEST_LAND_SECRET", Secret);
        var module = Bench.ModuleOf("LandRegistry");
        var settings = Bench.Settings(module, ("Secret", "env:HUB_TEST_LAND_SECRET"), ("PageSize", $"{pageSize}"));
        return Bench.Register(module, settings, new Bench.StubJournal(journal ?? [])).GetRequiredKeyedService<ISourceConnector>(module.Manifest.Id);
    }
}
