using IntegrationHub.Hub.Read;
using Microsoft.Extensions.Time.Testing;

namespace IntegrationHub.Hub.Tests.Read;

public sealed class WhenTheTargetAsksToWait
{
    private readonly FakeTimeProvider clock = new(Make.Day);
    private int asked;

    [Fact]
    public async Task A_moment_that_has_just_passed_is_waited_for_all_the_same()
    {
        var reading = TargetReads.Patient(clock).ReadAsync(() => Task.FromResult(Answer(onceOpen: 3)), default);

        asked.ShouldBe(1);
        clock.Advance(TimeSpan.FromMilliseconds(100));
        asked.ShouldBe(2);
        clock.Advance(TimeSpan.FromMilliseconds(100));
        (await reading).Value.ShouldBe("read");
    }

    [Fact]
    public async Task Many_that_stumble_together_wait_together()
    {
        var reading = TargetReads.Patient(clock).ReadAllAsync(
            ["a", "b"],
            some => Task.FromResult<IReadOnlyList<Outcome<string>>>([.. some.Select(_ => Answer(onceOpen: 3))]),
            default);

        asked.ShouldBe(2);
        clock.Advance(TimeSpan.FromMilliseconds(100));
        (await reading).Select(answer => answer.Value).ShouldBe(["read", "read"]);
    }

    [Fact]
    public async Task Only_what_stumbled_is_asked_again_and_its_answer_takes_its_place()
    {
        var calls = new List<string>();
        var reading = TargetReads.Patient(clock).ReadAllAsync(
            ["a", "b", "c"],
            some =>
            {
                calls.Add(string.Join(' ', some));
                return Task.FromResult<IReadOnlyList<Outcome<string>>>([.. some.Select(number => OfCall(calls.Count, number))]);
            },
            default);

        clock.Advance(TimeSpan.FromMilliseconds(100));

        (await reading).Select(answer => answer.Value).ShouldBe(["a1", "b2", "c1"]);
        calls.ShouldBe(["a b c", "b"]);
    }

    private Outcome<string> OfCall(int call, string number) =>
        (call, number) is (1, "b") ? new Fault.Throttled(clock.GetUtcNow(), "The target asks to wait.") : $"{number}{call}";

    private Outcome<string> Answer(int onceOpen) =>
        ++asked < onceOpen ? new Fault.Throttled(clock.GetUtcNow(), "Not called: the target asked to wait.") : "read";
}
