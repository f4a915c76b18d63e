using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Connectors.Sdk;
using IntegrationHub.Contracts.Api;
using IntegrationHub.EndToEnd.Tests.Api.Support;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Api;

public sealed class ViewsReadTheLedger : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly LedgerFile file = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_totals_are_the_receipts_and_the_outbox()
    {
        var status = await RealViews.Of(file).StatusAsync(Token);

        status.Balanced.ShouldBeTrue();
        status.Connectors.ShouldBe([
            new("construction-permits", 7, 3, 1, 0, 3, 2, 0, 0, 1),
            new("land-registry", 2, 0, 0, 1, 1, 0, 0, 1, 0)]);
        status.LastReconciliation!.Differences.ShouldBe(1);
        status.DeadCauses.ShouldHaveSingleItem().Cause.ShouldBe("Rejected");
        status.Sentence.ShouldBe("1 of 2 connectors need action · 1 recovering by itself");
    }

    [Fact]
    public async Task Differences_that_nobody_mends_show_in_the_sentence()
    {
        file.Plant("update difference set resolution = 'reported'");
        var status = await RealViews.Of(file).StatusAsync(Token);

        status.LastReconciliation!.NeedPerson.ShouldBe(1);
        status.Sentence.ShouldStartWith("Differences that need a person: 1; list them: hub reconcile diff · ");
    }

    [Fact]
    public async Task What_was_there_at_the_start_does_not_count_since_the_start()
    {
        var views = RealViews.Of(file);
        await views.MarkStartAsync();
        file.Plant("update page_receipt set read = read + 2, accepted = accepted + 2 where run_id = 2");

        var since = (await views.StatusAsync(Token)).SinceStart;

        since.ShouldBe([new("construction-permits", 0, 0, 0, 0, 0, 0, 0, 0, 0), new("land-registry", 2, 0, 0, 0, 2, 0, 0, 0, 0)]);
    }

    [Fact]
    public async Task A_planted_imbalance_shows_in_the_sentence()
    {
        file.Plant("delete from outbox where id = 2");
        var status = await RealViews.Of(file).StatusAsync(Token);

        status.Balanced.ShouldBeFalse();
        status.Sentence.ShouldStartWith("The ledger does not balance");
    }

    [Fact]
    public async Task Activity_counts_what_will_happen_by_itself()
    {
        var activity = await RealViews.Of(file).ActivityAsync(Token);
        activity.ShouldBe(
            new HubActivity(
                Pending: 1, Due: 1, Waiting: 0, RunsActive: 1, Reconciling: false, QuarantineOpen: 1,
                QuarantineWaiting: 0, CallbacksUnread: 1, Idle: false));

        file.Plant("update run set state = 'completed' where state = 'running'");
        file.Plant("update outbox set state = 1, settled_at = 1 where state = 0; update stream set watermark = 's|3' where connector = 'land-registry'");
        (await RealViews.Of(file).ActivityAsync(Token)).Idle.ShouldBeTrue();

        file.Plant("update quarantine set code = 'base-unread', due_at = 1");
        (await RealViews.Of(file).ActivityAsync(Token)).Idle.ShouldBeFalse();
    }

    [Fact]
    public async Task A_misconfigured_connector_needs_action_whatever_it_did_before()
    {
        var views = RealViews.Of(file, new SettingProblem("Connectors:land-registry:Secret", "is missing; set it."));
        var connector = (await views.ConnectorAsync("land-registry", Token))!;

        connector.Connector.Health.ShouldBe("needsAction");
        connector.Connector.Reason.ShouldContain("Connectors:land-registry:Secret: is missing");
        connector.Problems.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_pause_that_the_hub_made_needs_action_and_says_what_to_do()
    {
        file.Plant("""
            update stream set fault = 'AuthRefused', fault_message = 'The source refuses the account.', failures = 1,
                paused_at = 1767596405000000, paused_reason = 'The source refuses the account.' where connector = 'land-registry'
            """);
        var land = (await RealViews.Of(file).ConnectorAsync("land-registry", Token))!.Connector;

        (land.Health, land.Cause).ShouldBe(("needsAction", "fault"));
        land.Reason.ShouldStartWith("AuthRefused: The source refuses the account. Paused by the hub since 2026-01-05 14:00:05+07");
        land.Reason.ShouldEndWith("then: hub connector resume land-registry");
        (await RealViews.Of(file).StatusAsync(Token)).Health.ShouldBe(new HealthCounts(0, 0, NeedsAction: 2, Paused: 0, 0));
    }

    [Fact]
    public async Task A_pause_that_a_person_made_is_a_pause_whatever_failed_before()
    {
        file.Plant("""
            update stream set fault = 'AuthRefused', fault_message = 'The source refuses the account.',
                paused_at = 1767596405000000, paused_reason = 'maintenance' where connector = 'land-registry'
            """);
        var land = (await RealViews.Of(file).ConnectorAsync("land-registry", Token))!.Connector;

        (land.Health, land.Cause).ShouldBe(("paused", "person"));
        land.Reason.ShouldBe("Paused since 2026-01-05 14:00:05+07: maintenance; to go on: hub connector resume land-registry");
    }

    [Theory]
    [InlineData("AuthRefused", "needsAction")]
    [InlineData("Drift", "needsAction")]
    [InlineData("Rejected", "needsAction")]
    [InlineData("Transient", "recovering")]
    [InlineData("Throttled", "recovering")]
    public async Task What_does_not_pass_by_itself_needs_action(string fault, string health)
    {
        file.Plant("update stream set fault = @fault where connector = 'land-registry'", new { fault });
        var land = (await RealViews.Of(file).ConnectorAsync("land-registry", Token))!.Connector;

        (land.Health, land.Cause).ShouldBe((health, "fault"));
    }

    [Fact]
    public async Task Lists_go_on_after_an_id_without_gap_or_repetition()
    {
        var views = RealViews.Of(file);
        var first = await views.RunsAsync(null, new(null, 1), Token);
        var second = await views.RunsAsync(null, new(first.Next, 1), Token);

        first.Items.ShouldHaveSingleItem().Id.ShouldBe(2);
        second.Items.ShouldHaveSingleItem().Counts.ShouldBe(new ReceiptCounts(7, 3, 1, 0, 3));
        second.Next.ShouldBeNull("a page that the last item fills exactly is the last");
        (await views.RunsAsync("land-registry", new(), Token)).Items.ShouldHaveSingleItem().State.ShouldBe("running");
    }

    [Fact]
    public async Task A_run_shows_its_receipts_and_what_became_of_what_it_accepted()
    {
        var run = (await RealViews.Of(file).RunAsync(1, Token))!;

        run.Receipts.Select(r => r.Counts.Read).ShouldBe([5, 2]);
        run.Outbox.ShouldBe(new OutboxCounts(Pending: 0, Acknowledged: 2, Superseded: 0, Dead: 1));
    }

    [Theory]
    [InlineData(LedgerFile.Delivered, "acknowledged", "Delivered. Version 1000 is at the settlement system")]
    [InlineData(
        LedgerFile.Dead, "dead",
        "Not delivered: version 2000 failed for good (Rejected): TenTTHC is empty; mend the code list. Then: hub dead retry 3.")]
    [InlineData(LedgerFile.Waiting, "pending", "On its way: version 3000 failed 2 times, last with Throttled")]
    [InlineData(LedgerFile.KeptOut, "quarantined", "Kept out since 2026-01-05 14:00:05+07 (status-unknown at /TrangThai): Status has no meaning here")]
    public async Task A_trace_answers_where_a_dossier_stands(string number, string state, string answer)
    {
        var trace = (await RealViews.Of(file).TraceAsync(number, Token))!;

        trace.Record!.State.ShouldBe(state);
        trace.Answer.ShouldStartWith(answer);
        trace.Timeline.ShouldBe(trace.Timeline.OrderBy(s => s.At));
    }

    [Fact]
    public async Task A_trace_tells_every_attempt_and_difference()
    {
        var trace = (await RealViews.Of(file).TraceAsync(LedgerFile.Delivered, Token))!;

        trace.Deliveries.SelectMany(d => d.Attempted).Select(c => c.Id).ShouldBe([1, 2]);
        trace.Differences.ShouldHaveSingleItem().Members.ShouldBe(["GhiChu", "NgayHenTra"]);
        trace.Timeline.Select(s => s.Stage).Distinct().ShouldBe(["read", "store", "deliver", "acknowledge", "reconcile"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("null, outcome = null", "no answer written yet")]
    [InlineData("1767596409000000, outcome = 'abandoned'", "cut off")]
    [InlineData("1767596409000000, outcome = 'known'", "answered")]
    public async Task A_trace_tells_an_attempt_that_was_cut_off_from_one_that_was_answered(string ended, string told)
    {
        file.Plant($"update attempt set ended_at = {ended} where id = 4");
        (await RealViews.Of(file).TraceAsync(LedgerFile.Waiting, Token))!.Timeline
            .ShouldContain(s => s.What == $"attempt 4 with version 3000: {told}");
    }

    [Fact]
    public async Task What_is_dead_is_so_since_it_was_settled_in_the_list_and_by_cause()
    {
        var views = RealViews.Of(file);
        (await views.StatusAsync(Token)).DeadCauses.ShouldHaveSingleItem().Oldest
            .ShouldBe((await views.DeadAsync(new(), new(), Token)).Items.ShouldHaveSingleItem().SettledAt!.Value);
    }

    [Fact]
    public async Task Records_are_found_by_how_their_number_begins_also_when_only_quarantine_knows_them()
    {
        var found = await RealViews.Of(file).RecordsAsync(new(null, "H40.15"), Token);
        found.Items.Select(r => (r.Number, r.State)).ShouldBe([(LedgerFile.Waiting, "pending"), (LedgerFile.KeptOut, "quarantined")]);
        found.Next.ShouldBeNull();
    }

    [Fact]
    public async Task Records_go_on_after_a_number_without_gap_or_repetition()
    {
        var views = RealViews.Of(file);
        var first = await views.RecordsAsync(new(null, "H40.15", null, 1), Token);
        var second = await views.RecordsAsync(new(null, "H40.15", first.Next, 1), Token);

        first.Items.ShouldHaveSingleItem().Number.ShouldBe(LedgerFile.Waiting);
        second.Items.ShouldHaveSingleItem().Number.ShouldBe(LedgerFile.KeptOut);
        second.Next.ShouldBeNull();
    }

    [Fact]
    public async Task A_record_whose_mapping_failed_is_found_by_the_sources_key()
    {
        file.Plant("update quarantine set number = null, source_key = 'H40.13-260225-0003'");
        var views = RealViews.Of(file);

        (await views.TraceAsync("H40.13-260225-0003", Token))!.Answer.ShouldStartWith("Kept out since");
        (await views.RecordsAsync(new(null, "H40.13-2602"), Token)).Items.ShouldHaveSingleItem().State.ShouldBe("quarantined");
    }

    [Fact]
    public async Task Nothing_that_is_asked_gives_out_a_name_or_an_identity_number()
    {
        var views = RealViews.Of(file);
        object[] answers =
        [
            await views.StatusAsync(Token),
            await views.ConnectorsAsync(Token),
            (await views.QuarantineAsync(1, Token))!,
            await views.QuarantineAsync(new(), new(), Token),
            (await views.TraceAsync(LedgerFile.KeptOut, Token))!,
            (await views.TraceAsync(LedgerFile.Dead, Token))!,
            await views.DeadAsync(new(), new(), Token),
            await views.RunsAsync(null, new(), Token),
        ];

        var text = string.Concat(answers.Select(a => JsonSerializer.Serialize(a, Readable)));
        text.ShouldContain(LedgerFile.KeptOut);
        text.ShouldContain("\"Value\":\"lạ\"");
        text.ShouldNotContain(LedgerFile.Citizen);
        text.ShouldNotContain(LedgerFile.IdentityNumber);
    }

    public void Dispose() => file.Dispose();
}
