using IntegrationHub.EndToEnd.Tests.Api.Support;
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
        Line(call).ShouldContain("token file");
    }

    [Fact]
    public async Task A_token_file_that_is_not_there_exits_with_4()
    {
        var call = await Invocation.RunAsync("status", "--token-file", "/nowhere/hub.token");
        call.ExitCode.ShouldBe(4);
        Line(call).ShouldContain("/nowhere/hub.token cannot be read");
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
