using System.Diagnostics;
using IntegrationHub.Demo;
using IntegrationHub.Demo.Processes;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Demo;

public sealed class DeathsTests
{
    [Fact]
    public async Task Work_ends_with_the_death_of_what_it_needs_even_of_a_program_that_was_started_in_it()
    {
        using var folder = new TemporaryFolder();
        var deaths = new Deaths();
        var ended = false;

        var death = await Should.ThrowAsync<DemoException>(() =>
            deaths.UnlessOneDiesAsync(WorkAsync, TestContext.Current.CancellationToken)
                .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        death.Message.ShouldContain("exit code 137");
        ended.ShouldBeTrue();

        async Task<int> WorkAsync(CancellationToken cancellationToken)
        {
            var start = new ProcessStartInfo("/bin/sh", ["-c", """echo '{"listening":"http://127.0.0.1:1"}'; read line"""]);
            await using var child = await Child.StartAsync("planted", start, folder.Path, TimeSpan.FromSeconds(20), cancellationToken);
            deaths.Watch(child);
            Process.GetProcessById(child.Id).Kill();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }
            finally
            {
                ended = true;
            }
            return 0;
        }
    }
}
