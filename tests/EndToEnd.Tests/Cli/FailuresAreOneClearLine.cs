using IntegrationHub.EndToEnd.Tests.Api.Support;
using Microsoft.AspNetCore.Builder;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Cli;

public sealed class FailuresAreOneClearLine : IDisposable
{
    private readonly string wrongToken = Path.GetTempFileName();

    public FailuresAreOneClearLine() => File.WriteAllText(wrongToken, "hub_wrong");

    [Fact]
    public async Task A_wrong_token_exits_with_4_and_says_where_the_token_is()
    {
        await using var hub = await TestHub.StartAsync();
        var call = await Invocation.RunAsync("status", "--server", hub.Address, "--token-file", wrongToken);

        call.ExitCode.ShouldBe(4);
        Line(call).ShouldContain("--token-file");
        Line(call).ShouldContain("the server names its token file when it starts");
    }

    [Fact]
    public async Task A_server_that_is_no_hub_exits_with_1_whatever_its_status()
    {
        await using var other = WebApplication.CreateSlimBuilder().Build();
        other.Urls.Add("http://127.0.0.1:0");
        await other.StartAsync(TestContext.Current.CancellationToken);
        var call = await Invocation.RunAsync("status", "--server", other.Urls.First(), "--token-file", wrongToken);

        call.ExitCode.ShouldBe(1);
        Line(call).ShouldContain("answered 404 to GET /v1/status; is it a hub-server?");
    }

    [Theory]
    [InlineData("nonsense x", "'nonsense' is not known here. Known are status, connector, target, run, record, quarantine, dead, reconcile, version.")]
    [InlineData("connector lits", "'lits' is not known here. Known are list, describe, check, pause, resume.")]
    [InlineData("connector list --outptu x", "Unrecognized command or argument '--outptu'. Unrecognized command or argument 'x'.")]
    [InlineData("dead list --after x", "Cannot parse argument 'x' for option '--after' as a whole number.")]
    [InlineData("run watch seven", "Cannot parse argument 'seven' for command 'watch' as a whole number.")]
    [InlineData("run watch 7 --timeout soon", "Cannot parse argument 'soon' for option '--timeout' as a number.")]
    [InlineData("run watch 7 --timeout Infinity", "--timeout takes 0 to 86400 seconds, a day.")]
    [InlineData("run start x --wait --timeout -1", "--timeout takes 0 to 86400 seconds, a day.")]
    [InlineData("reconcile start --wait --timeout NaN", "--timeout takes 0 to 86400 seconds, a day.")]
    [InlineData("dead retry 7 --fault Rejected", "give an id, or --connector and --fault; an id is one row whatever they say.")]
    [InlineData("quarantine retry 7 --code x", "give an id, or --connector and --code; an id is one entry whatever they say.")]
    [InlineData("quarantine retry", "say which: an id, --connector ID, --code CODE, or the last two together.")]
    [InlineData("dead retry", "say which: an id, --connector ID, --fault FAULT, or the last two together.")]
    public async Task A_wrong_argument_exits_with_2_and_is_told_in_plain_words(string arguments, string told)
    {
        var call = await Invocation.RunAsync([.. arguments.Split(' '), "--token-file", wrongToken]);
        call.ExitCode.ShouldBe(2);
        Line(call).ShouldBe($"hub: {told}");
    }

    [Fact]
    public async Task A_token_file_that_is_not_there_exits_with_4()
    {
        var call = await Invocation.RunAsync("status", "--token-file", "/nowhere/hub.token");
        call.ExitCode.ShouldBe(4);
        Line(call).ShouldContain("/nowhere/hub.token does not exist");
    }

    [Fact]
    public async Task A_server_that_is_not_there_exits_with_1_and_names_the_address()
    {
        var call = await Invocation.RunAsync("status", "--server", "http://127.0.0.1:1", "--token-file", wrongToken);
        call.ExitCode.ShouldBe(1);
        Line(call).ShouldContain("no answer from http://127.0.0.1:1/ (ConnectionRefused)");
    }

    [Fact]
    public async Task An_address_that_is_none_exits_with_2()
    {
        var call = await Invocation.RunAsync("status", "--server", "somewhere", "--token-file", wrongToken);
        call.ExitCode.ShouldBe(2);
        Line(call).ShouldContain("http://HOST:PORT");
    }

    [Theory]
    [InlineData("http://hub.example:8088")]
    [InlineData("http://[2001:db8::7]:8088")]
    public async Task The_token_does_not_go_in_clear_to_another_machine(string server)
    {
        var call = await Invocation.RunAsync("status", "--server", server, "--token-file", wrongToken);
        call.ExitCode.ShouldBe(2);
        Line(call).ShouldBe(
            $"hub: --server {server}: the token would go there in clear; write https://, http:// is for this machine only.");
    }

    [Fact]
    public async Task A_bug_in_the_server_exits_with_1_and_a_trace_id()
    {
        await using var hub = await TestHub.StartAsync();
        hub.Views.Failure = new FormatException("cannot read 999087000123");
        var call = await Invocation.RunAsync(hub, "status");

        call.ExitCode.ShouldBe(1);
        Line(call).ShouldContain("internal-error, trace ");
        Line(call).ShouldNotContain("999087000123");
    }

    private static string Line(Invocation call)
    {
        call.Output.ShouldBeEmpty();
        return call.Error.TrimEnd('\n').Split('\n').ShouldHaveSingleItem();
    }

    public void Dispose() => File.Delete(wrongToken);
}
