using IntegrationHub.Demo;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Demo;

public sealed class OptionsTests
{
    [Fact]
    public void Options_are_read_as_written()
    {
        var (options, problem) = Options.Parse(
        [
            "--once", "--dossiers", "20000", "--seed", "3", "--faults", "on",
            "--settlement-profile", "basic", "--store", "sqlite:/tmp/x.db", "--json",
        ]);

        problem.ShouldBeNull();
        options.ShouldNotBeNull();
        (options.Once, options.Dossiers, options.Seed, options.Faults, options.Profile, options.Ledger, options.Json)
            .ShouldBe((true, 20_000, 3, true, "basic", "sqlite:/tmp/x.db", true));
    }

    [Theory]
    [InlineData("unknown option '--dosiers'.", "--dosiers", "5")]
    [InlineData("--seed needs a value.", "--seed")]
    [InlineData("--dossiers 0: write a whole number from 1 to 2000000.", "--dossiers", "0")]
    [InlineData("--faults maybe: write on or off.", "--faults", "maybe")]
    [InlineData("--store oracle:x: write sqlite:PATH or postgres:CONNECTION.", "--store", "oracle:x")]
    [InlineData("--store postgres:: write sqlite:PATH or postgres:CONNECTION.", "--store", "postgres:")]
    [InlineData("--store hub.db: write sqlite:PATH or postgres:CONNECTION.", "--store", "hub.db")]
    [InlineData("--json prints what --once comes to: give both, or neither.", "--json")]
    [InlineData("--settlement localhost: is no address; write http://host:port or https://host.", "--settlement", "localhost")]
    public void A_wrong_option_gives_one_clear_sentence(string sentence, params string[] arguments)
    {
        var (options, problem) = Options.Parse(arguments);

        options.ShouldBeNull();
        problem.ShouldBe(sentence);
    }

    [Fact]
    public void A_target_of_its_own_may_have_faults_of_its_own() =>
        Options.Parse(["--faults", "on", "--settlement", "http://settlement.example"]).Problem.ShouldBeNull();

    [Fact]
    public void A_state_made_from_another_seed_is_refused()
    {
        using var folder = new TemporaryFolder();
        using (StateFolder.Open(Parse("--state", folder.Path, "--seed", "1")))
        {
        }

        Should.Throw<DemoException>(() => StateFolder.Open(Parse("--state", folder.Path, "--seed", "2"))).Message.ShouldContain("--seed 1");
        using var again = StateFolder.Open(Parse("--state", folder.Path, "--seed", "1"));
        again.Root.ShouldBe(folder.Path);
    }

    [Fact]
    public void A_state_that_another_demo_is_using_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var first = StateFolder.Open(Parse("--state", folder.Path));

        Should.Throw<DemoException>(() => StateFolder.Open(Parse("--state", folder.Path))).Message.ShouldContain("another demo is using");
    }

    private static Options Parse(params string[] arguments) => Options.Parse(arguments).Options!;
}
