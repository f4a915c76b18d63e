using System.Globalization;
using System.Text;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Connectors.SettlementSystem;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

/// <summary>Every row of the profile's transport table and of its codes.</summary>
public sealed class FaultTableTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 8, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("status:401", "AuthExpired", "AuthExpired")]
    [InlineData("code:401", "AuthExpired", "AuthExpired")]
    [InlineData("status:403", "AuthRefused", "AuthRefused")]
    [InlineData("code:403", "AuthRefused", "AuthRefused")]
    [InlineData("status:429", "Throttled", "Throttled")]
    [InlineData("status:429:60", "Throttled", "Throttled")]
    [InlineData("status:503:60", "Throttled", "Throttled")]
    [InlineData("status:503", "Throttled", "UnknownOutcome")]
    [InlineData("status:500", "Transient", "UnknownOutcome")]
    [InlineData("status:502", "Transient", "UnknownOutcome")]
    [InlineData("status:504", "Transient", "UnknownOutcome")]
    [InlineData("status:302", "Transient", "UnknownOutcome")]
    [InlineData("strange", "Transient", "UnknownOutcome")]
    [InlineData("broken", "Transient", "UnknownOutcome")]
    [InlineData("unsent", "Transient", "Transient")]
    [InlineData("late", "Transient", "UnknownOutcome")]
    [InlineData("late-unsent", "Transient", "Transient")]
    [InlineData("abandoned", "Transient", "UnknownOutcome")]
    [InlineData("status:400", "AuthRefused", "AuthRefused")]
    [InlineData("status:404", "AuthRefused", "AuthRefused")]
    [InlineData("status:408", "AuthRefused", "AuthRefused")]
    [InlineData("status:413", "AuthRefused", "Rejected")]
    [InlineData("code:0", null, null)]
    [InlineData("code:00", null, null)]
    [InlineData("code:1", "Rejected", "Rejected")]
    [InlineData("code:2", "Transient", "Transient")]
    [InlineData("code:3", "Duplicate", "Duplicate")]
    [InlineData("code:4", "OutOfOrder", "OutOfOrder")]
    [InlineData("code:5", "NewerAtTarget", "NewerAtTarget")]
    [InlineData("code:6", "NewerAtTarget", "NewerAtTarget")]
    [InlineData("code:-3", "Rejected", "Rejected")]
    [InlineData("code:429", "Rejected", "Rejected")]
    [InlineData("code:99", "Rejected", "Rejected")]
    public async Task An_answer_to_a_call_means_what_the_profile_says(string answer, string? read, string? write)
    {
        SettlementFaults.Of(await ReplyAsync(answer, "result"), CallKind.Read, "S", Now)?.Name.ShouldBe(read);
        SettlementFaults.Of(await ReplyAsync(answer, "result"), CallKind.Write, "S", Now)?.Name.ShouldBe(write);
        (SettlementFaults.Of(await ReplyAsync(answer, "result"), CallKind.Write, "S", Now) is null).ShouldBe(write is null);
    }

    [Theory]
    [InlineData("code:0", null)]
    [InlineData("code:00", null)]
    [InlineData("status:401", "AuthRefused")]
    [InlineData("code:401", "AuthRefused")]
    [InlineData("code:1", "AuthRefused")]
    [InlineData("code:403", "AuthRefused")]
    [InlineData("status:403", "AuthRefused")]
    [InlineData("code:77", "AuthRefused")]
    [InlineData("status:404", "AuthRefused")]
    [InlineData("code:2", "Transient")]
    [InlineData("status:500", "Transient")]
    [InlineData("strange", "Transient")]
    [InlineData("broken", "Transient")]
    [InlineData("late", "Transient")]
    [InlineData("status:429:5", "Throttled")]
    [InlineData("status:503", "Throttled")]
    public async Task An_answer_to_a_sign_in_means_what_the_profile_says(string answer, string? fault)
    {
        var found = SettlementFaults.OfSignIn(await ReplyAsync(answer, "session"), "auth", Now);
        found?.Name.ShouldBe(fault);
        (found is null).ShouldBe(fault is null);
    }

    [Theory]
    [InlineData("60", 60)]
    [InlineData("0", 0)]
    [InlineData("Wed, 01 Jul 2026 03:02:00 GMT", 120)]
    [InlineData("Wed, 01 Jul 2026 02:00:00 GMT", 0)]
    [InlineData("Sun, 01 Jul 2029 03:00:00 GMT", 86400)]
    public void A_date_to_come_back_is_read_by_the_clock_of_the_one_who_answered(string retryAfter, int seconds)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        response.Headers.TryAddWithoutValidation("Date", "Wed, 01 Jul 2026 03:00:00 GMT");

        RetryAfter.Of(response.Headers, Now).ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public void Without_a_date_of_its_own_an_answer_is_read_by_the_hubs_clock()
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("Retry-After", "Wed, 01 Jul 2026 01:00:30 GMT");

        RetryAfter.Of(response.Headers, Now).ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("status:503", 5)]
    [InlineData("status:429", 5)]
    [InlineData("status:503:60", 60)]
    [InlineData("status:500", null)]
    [InlineData("code:2", null)]
    public async Task What_one_call_is_told_to_wait_holds_for_all_even_where_its_own_fate_is_unknown(string answer, int? seconds) =>
        SettlementFaults.Pause(await ReplyAsync(answer, "result"), Now).ShouldBe(seconds is { } wait ? Now.AddSeconds(wait) : null);

    private static async Task<Reply> ReplyAsync(string answer, string payload) => answer.Split(':') switch
    {
        ["status", var status] => new Reply.Status(Number(status)),
        ["status", var status, var wait] => new Reply.Status(Number(status), TimeSpan.FromSeconds(Number(wait))),
        ["code", var code] => new Reply.Answered(await EnvelopeAsync(code, payload), "why"),
        ["strange"] => new Reply.Strange(),
        ["broken"] => new Reply.Broken("reset", Left: true),
        ["unsent"] => new Reply.Broken("refused", Left: false),
        ["late"] => new Reply.TimedOut(Left: true),
        ["late-unsent"] => new Reply.TimedOut(Left: false),
        ["abandoned"] => new Reply.Abandoned(Left: true),
        _ => throw new ArgumentException(answer),
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static async Task<Envelope> EnvelopeAsync(string code, string payload)
    {
        var json = $$"""{"error_code":"{{code}}","message":"","session":"s","result":[]}""";
        return (await Envelope.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json)), payload, CancellationToken.None)).ShouldNotBeNull();
    }
}
