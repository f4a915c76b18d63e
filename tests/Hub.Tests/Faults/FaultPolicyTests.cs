using IntegrationHub.Hub.Faults;

namespace IntegrationHub.Hub.Tests.Faults;

/// <summary>The whole policy as one table; a change of policy is a change of this table.</summary>
public sealed class FaultPolicyTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    [Fact]
    public void Each_fault_in_each_circumstance_has_its_act()
    {
        var table =
            from fault in Faults()
            from profile in new[] { TargetProfile.Basic, TargetProfile.Extended }
            from sent in new[] { Sent.Nothing, Sent.Dossier, Sent.Progress }
            from attempts in new[] { 0, 3 }
            select $"{fault.Name,-15} {profile,-8} {sent,-8} {attempts}  {Show(FaultPolicy.Decide(fault, new(Now, attempts, Wait, profile, sent)))}";

        Approved.Text("fault-policy", string.Join('\n', table) + "\n");
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Whoever_asks_to_wait_until_now_is_left_alone_for_a_second(double seconds) =>
        FaultPolicy.Decide(new Fault.Throttled(Now.AddSeconds(seconds), "x"), new(Now, 0, Wait, TargetProfile.Basic, Sent.Dossier))
            .ShouldBe(Decision.RetryAt(Now.AddSeconds(1)));

    [Fact]
    public void No_fault_is_forgotten() =>
        Faults().Select(f => f.GetType()).ShouldBe(typeof(Fault).GetNestedTypes(), ignoreOrder: true);

    private static Fault[] Faults() =>
    [
        new Fault.Transient("x"), new Fault.Throttled(Now.AddSeconds(30), "x"), new Fault.AuthExpired("x"),
        new Fault.AuthRefused("x"), new Fault.Duplicate("x"),
        new Fault.OutOfOrder("x"), new Fault.NewerAtTarget("x"), new Fault.Rejected("1", "x"), new Fault.UnknownOutcome("x"), new Fault.Drift("x"),
    ];

    private static string Show(Decision decision) => decision.At == default ? $"{decision.Act}" : $"{decision.Act} in {(decision.At - Now).TotalSeconds:0} s";
}
