using System.ComponentModel;
using System.Text.Json;
using IntegrationHub.Demo;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Demo;

public sealed class StateFolderTests
{
    [Fact]
    public async Task A_folder_that_goes_with_the_run_stays_when_the_run_fails_unexpectedly()
    {
        string root;
        using (var state = StateFolder.Open(Parse("--once")))
        {
            root = state.Logs;
            await Should.ThrowAsync<InvalidOperationException>(
                () => state.KeptUnlessGoodAsync(() => throw new InvalidOperationException(), TestContext.Current.CancellationToken));
        }

        Directory.Exists(root).ShouldBeTrue();
        Directory.Delete(Path.GetDirectoryName(root)!, recursive: true);
    }

    [Fact]
    public async Task A_folder_that_goes_with_the_run_goes_when_all_is_good()
    {
        string root;
        using (var state = StateFolder.Open(Parse("--once")))
        {
            root = state.Logs;
            (await state.KeptUnlessGoodAsync(() => Task.FromResult(0), TestContext.Current.CancellationToken)).ShouldBe(0);
        }

        Directory.Exists(root).ShouldBeFalse();
    }

    [Fact]
    public void A_folder_whose_description_was_cut_off_is_refused_in_one_sentence()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "demo.json"), "");

        Should.Throw<DemoException>(() => StateFolder.Open(Parse("--state", folder.Path))).Message.ShouldContain("give another --state");
    }

    [Fact]
    public void A_folder_that_cannot_be_locked_is_not_called_in_use()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "in-use");
        File.CreateSymbolicLink(file, file);

        Should.Throw<IOException>(() => StateFolder.Open(Parse("--state", folder.Path))).Message.ShouldNotContain("another demo");
    }

    public static TheoryData<Exception, string> Told => new()
    {
        { new UnauthorizedAccessException("Access to the path '/x' is denied."), "Give a --state that may be written." },
        { new JsonException("'<' is an invalid start of a value."), "an answer cannot be read" },
        { new Win32Exception(2), "Is .NET's 'dotnet' on the PATH?" },
    };

    [Theory]
    [MemberData(nameof(Told), DisableDiscoveryEnumeration = true)]
    public void A_failure_of_the_surroundings_is_one_sentence(Exception failure, string sentence) =>
        Failures.Sentence(failure).ShouldNotBeNull().ShouldContain(sentence);

    [Fact]
    public void A_bug_is_no_sentence() => Failures.Sentence(new InvalidOperationException()).ShouldBeNull();

    private static Options Parse(params string[] arguments) => Options.Parse(arguments).Options!;
}
