using IntegrationHub.Contracts.Api;
using IntegrationHub.Demo;
using IntegrationHub.Demo.Compare;
using IntegrationHub.EndToEnd.Tests.Api.Support;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Demo;

public sealed class ReportTests
{
    private static readonly HubStatus Status = Samples.Status with { Balanced = true, Connectors = [] };

    [Fact]
    public void A_verdict_on_a_basic_target_says_what_could_not_be_compared()
    {
        Report.Text(Outcome(Status)).Last().ShouldEndWith(
            "is explained; progress and extra dossiers cannot be read from a basic target and were not compared.");
        Report.Text(Outcome(Status) with { Extended = true }).Last().ShouldEndWith("is explained.");
    }

    [Fact]
    public void Faults_that_struck_nothing_are_told()
    {
        var unmet = Status with { Target = Status.Target with { FaultsMet = 0 } };
        var met = Status with { Target = Status.Target with { FaultsMet = 1 } };

        Careful(Outcome(unmet) with { Faults = true }).ShouldBeTrue();
        Careful(Outcome(met) with { Faults = true }).ShouldBeFalse();
        Careful(Outcome(unmet)).ShouldBeFalse();

        static bool Careful(Outcome outcome) =>
            Report.Text(outcome).Any(line => line.Contains("the hub met none", StringComparison.Ordinal));
    }

    private static Outcome Outcome(HubStatus status) => new(status, new Findings(new Excuses()), 1);
}
