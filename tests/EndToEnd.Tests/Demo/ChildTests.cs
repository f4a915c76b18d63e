using System.Diagnostics;
using IntegrationHub.Demo;
using IntegrationHub.Demo.Processes;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Demo;

public sealed class ChildTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task A_program_that_dies_before_it_listens_is_reported_with_its_last_words()
    {
        var death = await Should.ThrowAsync<DemoException>(StartAsync("echo no such setting >&2; exit 3"));

        death.Message.ShouldContain("exit code 3");
        death.Message.ShouldContain("no such setting");
    }

    [Fact]
    public async Task A_program_that_dies_later_is_reported_at_once()
    {
        await using var child = await StartAsync("""echo '{"listening":"http://127.0.0.1:1"}'; read line""");
        child.Address.Port.ShouldBe(1);
        child.Died.IsCompleted.ShouldBeFalse();

        Process.GetProcessById(child.Id).Kill();

        (await Should.ThrowAsync<DemoException>(child.Died.WaitAsync(Patience, TestContext.Current.CancellationToken))).Message.ShouldContain("exit code 137");
    }

    [Fact]
    public async Task A_program_that_is_told_to_end_is_not_reported_as_dead()
    {
        var child = await StartAsync("""echo '{"listening":"http://127.0.0.1:1"}'; read line""");

        await child.DisposeAsync();

        child.Died.IsCompleted.ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Process.GetProcessById(child.Id));
    }

    [Theory]
    [InlineData("exit 0", null)]
    [InlineData("exit 3", "told to end, ended with exit code 3")]
    public async Task A_program_that_ends_badly_on_request_is_told(string atTheEnd, string? sentence)
    {
        await using var child = await StartAsync(
            $"trap '{atTheEnd}' TERM; " + """echo '{"listening":"http://127.0.0.1:1"}'; read line; """ + atTheEnd);

        var told = await child.StopAsync();

        (told ?? "").ShouldContain(sentence ?? "");
        (told is null).ShouldBe(sentence is null);
    }

    [Theory]
    [InlineData("exit 0", false)]
    [InlineData("exit 3", true)]
    public async Task A_program_that_had_died_by_itself_is_told_when_all_end(string end, bool told)
    {
        await using var child = await StartAsync("""echo '{"listening":"http://127.0.0.1:1"}'; """ + end);
        await Should.ThrowAsync<DemoException>(child.Died.WaitAsync(Patience, TestContext.Current.CancellationToken));

        (await child.StopAsync() is { } sentence && sentence.Contains("died with exit code 3", StringComparison.Ordinal)).ShouldBe(told);
    }

    private static async Task<Child> StartAsync(string script)
    {
        using var folder = new TemporaryFolder();
        return await Child.StartAsync("planted", new ProcessStartInfo("/bin/sh", ["-c", script]), folder.Path, Patience, TestContext.Current.CancellationToken);
    }
}
