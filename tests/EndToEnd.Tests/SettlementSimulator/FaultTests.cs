using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.SettlementSimulator;

public sealed class FaultTests
{
    private static readonly string[] NoFaults = Rates(
        ("latency", 0), ("throttled", 0), ("http500", 0), ("cutBody", 0), ("html", 0), ("sessionExpired", 0), ("timeoutBeforeCommit", 0),
        ("timeoutAfterCommit", 0), ("unavailable", 0), ("notNow", 0));

    [Fact]
    public async Task What_the_hub_meets_is_what_is_counted_at_the_rates_asked_for_and_another_account_meets_nothing()
    {
        const int Calls = 2000;
        await using var simulator = await StartAsync(
            ("throttled", 0.1), ("http500", 0.08), ("html", 0.06), ("cutBody", 0.04), ("timeoutBeforeCommit", 0.03),
            ("timeoutAfterCommit", 0.02), ("unavailable", 0.05));
        using var counter = await simulator.SignInAsync("counter");
        using var hub = await SignInPatientlyAsync(simulator);
        var before = Counts(await counter.StatsAsync());

        var met = await CallManyAsync(hub, Calls);
        var undisturbed = await CallManyAsync(counter, Calls);
        var counts = Counts(await counter.StatsAsync()).ToDictionary(count => count.Key, count => count.Value - before[count.Key]);

        undisturbed.ShouldBe(new Dictionary<string, long> { ["answered"] = Calls });
        met["429"].ShouldBe(counts["throttled"]);
        met["500"].ShouldBe(counts["http500"]);
        met["503"].ShouldBe(counts["unavailable"]);
        met["html"].ShouldBe(counts["html"]);
        met["broken"].ShouldBe(counts["cutBody"] + counts["timeoutBeforeCommit"] + counts["timeoutAfterCommit"]);
        counts["sessionExpired"].ShouldBe(0);
        ShouldBeNear(counts["throttled"], 0.1, Calls);
        ShouldBeNear(counts["http500"], 0.08, Calls);
        ShouldBeNear(counts["html"], 0.06, Calls);
        ShouldBeNear(counts["cutBody"], 0.04, Calls);
        ShouldBeNear(counts["timeoutBeforeCommit"], 0.03, Calls);
        ShouldBeNear(counts["timeoutAfterCommit"], 0.02, Calls);
        ShouldBeNear(counts["unavailable"], 0.05, Calls);
    }

    [Fact]
    public async Task The_same_seed_strikes_the_same_calls()
    {
        async Task<string> FatesAsync(string seed)
        {
            await using var simulator = await StartAsync(["--seed", seed], ("http500", 0.2), ("throttled", 0.2));
            using var hub = await SignInPatientlyAsync(simulator);
            var fates = "";
            for (var i = 0; i < 60; i++)
                fates += $"{await FateAsync(hub)} ";
            return fates;
        }

        var first = await FatesAsync("7");

        (await FatesAsync("7")).ShouldBe(first);
        (await FatesAsync("8")).ShouldNotBe(first);
    }

    [Fact]
    public async Task A_throttled_call_says_by_a_number_or_a_date_when_to_come_back_and_stores_nothing()
    {
        await using var simulator = await StartAsync(("throttled", 1));
        using var counter = await simulator.SignInAsync("counter");
        using var hub = await SwitchedOnAfterSignInAsync(simulator, counter);
        var waits = new HashSet<string>();

        for (var i = 0; i < 20; i++)
        {
            using var response = await hub.SendAsync("DongBoHoSoMC", Insert("F-1", "1"));
            response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            waits.Add(Wait(response));
        }

        waits.ShouldBe(["1 s", "a date 1 s after its own"], ignoreOrder: true);
        (await counter.ReadDossierAsync("F-1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unavailable_target_that_says_when_to_come_back_has_stored_nothing_and_else_it_may_have()
    {
        await using var simulator = await StartAsync(("unavailable", 1));
        using var counter = await simulator.SignInAsync("counter");
        using var hub = await SwitchedOnAfterSignInAsync(simulator, counter);
        var fates = new HashSet<(string Wait, bool Stored)>();

        for (var i = 0; i < 40; i++)
        {
            using var response = await hub.SendAsync("DongBoHoSoMC", Insert($"F-{i}", "1"));
            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            fates.Add((Wait(response), (await counter.ReadDossierAsync($"F-{i}")).Length > 0));
        }

        fates.ShouldBe([("1 s", false), ("a date 1 s after its own", false), ("nothing", false), ("nothing", true)], ignoreOrder: true);
    }

    [Fact]
    public async Task An_expired_session_is_told_in_both_ways_and_stays_expired()
    {
        await using var simulator = await StartAsync(("sessionExpired", 1));
        using var counter = await simulator.SignInAsync("counter");
        var ways = new HashSet<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
        {
            using var hub = await SwitchedOnAfterSignInAsync(simulator, counter);
            using var response = await hub.SendAsync("DongBoHoSoMC", Insert("F-2", "1"));
            ways.Add(response.StatusCode);
            (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("\"401\"");
            await counter.ControlAsync("/sim/faults", new JsonObject { ["on"] = false });
            (await hub.CallAsync("KhaNang")).Code().ShouldBe("401");
        }

        ways.ShouldBe([HttpStatusCode.Unauthorized, HttpStatusCode.OK], ignoreOrder: true);
        (await counter.ReadDossierAsync("F-2")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_time_out_after_commit_withholds_the_answer_to_a_write_that_took_effect()
    {
        await using var simulator = await StartAsync(("timeoutAfterCommit", 1));
        using var counter = await simulator.SignInAsync("counter");
        using var hub = await SwitchedOnAfterSignInAsync(simulator, counter);

        await Should.ThrowAsync<HttpRequestException>(() => hub.SendAsync("DongBoHoSoMC", Insert("F-3", "1")));

        (await counter.ReadDossierAsync("F-3")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_time_out_before_commit_never_takes_effect_on_an_extended_target()
    {
        await using var simulator = await StartAsync(("timeoutBeforeCommit", 1));
        using var counter = await simulator.SignInAsync("counter");
        using var hub = await SwitchedOnAfterSignInAsync(simulator, counter);

        for (var i = 0; i < 10; i++)
            await Should.ThrowAsync<HttpRequestException>(() => hub.SendAsync("DongBoHoSoMC", Insert($"F-{i}", "1")));
        await simulator.CloseInputAsync();
        await simulator.StartAsync();

        using var hubAgain = await simulator.SignInAsync("counter");
        (await hubAgain.StatsAsync()).GetProperty("dossiers").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_time_out_before_commit_may_take_effect_on_a_basic_target_after_the_client_has_given_up()
    {
        await using var simulator = await StartAsync(["--profile", "basic", "--stall", "600"], ("timeoutBeforeCommit", 1));
        using var counter = await simulator.SignInAsync("counter");
        using var hub = await SwitchedOnAfterSignInAsync(simulator, counter);
        const int Calls = 40;

        using var patience = new CancellationTokenSource();
        var calls = Enumerable.Range(0, Calls).Select(i => GivesUpAsync(hub, $"F-{i}", patience.Token)).ToArray();
        await Eventually.TrueAsync(async () => Counts(await counter.StatsAsync())["timeoutBeforeCommit"] == Calls);
        (await counter.StatsAsync()).GetProperty("dossiers").GetInt32().ShouldBe(0);
        await patience.CancelAsync();
        await Task.WhenAll(calls);

        await Eventually.TrueAsync(async () => (await counter.StatsAsync()).GetProperty("dossiers").GetInt32() > 5);
        await simulator.CloseInputAsync();
        await simulator.StartAsync();
        using var again = await simulator.SignInAsync("counter");
        (await again.StatsAsync()).GetProperty("dossiers").GetInt32().ShouldBeInRange(6, Calls - 6);
    }

    [Fact]
    public async Task A_cut_body_breaks_in_the_middle_whether_the_write_was_done_or_not()
    {
        await using var simulator = await StartAsync(("cutBody", 1));
        using var counter = await simulator.SignInAsync("counter");
        using var hub = await SwitchedOnAfterSignInAsync(simulator, counter);

        for (var i = 0; i < 40; i++)
            await Should.ThrowAsync<HttpRequestException>(() => hub.SendAsync("DongBoHoSoMC", Insert($"F-{i}", "1")));

        (await counter.StatsAsync()).GetProperty("dossiers").GetInt32().ShouldBeInRange(6, 34);
    }

    [Fact]
    public async Task A_call_that_is_not_possible_now_is_told_by_code_2_and_stores_nothing()
    {
        await using var simulator = await StartAsync(("notNow", 1));
        using var counter = await simulator.SignInAsync("counter");
        using var hub = await SwitchedOnAfterSignInAsync(simulator, counter);

        (await hub.CallAsync("DongBoHoSoMC", Insert("F-5", "1"))).Code().ShouldBe("2");

        (await counter.ReadDossierAsync("F-5")).ShouldBeEmpty();
        Counts(await counter.StatsAsync())["notNow"].ShouldBe(1);
    }

    [Fact]
    public async Task Accepted_is_spelt_in_both_ways_while_faults_are_on()
    {
        await using var simulator = await StartAsync();
        using var counter = await simulator.SignInAsync("counter");
        using var hub = await SwitchedOnAfterSignInAsync(simulator, counter);
        var spellings = new HashSet<string>();

        for (var i = 0; i < 20; i++)
            spellings.Add((await hub.CallAsync("TraCuuHoSo", Look())).Code());

        spellings.ShouldBe(["0", "00"], ignoreOrder: true);
        (await counter.CallAsync("TraCuuHoSo", Look())).Code().ShouldBe("0");
    }

    [Fact]
    public async Task What_the_target_can_do_is_always_declared_by_0()
    {
        await using var simulator = await StartAsync();
        using var hub = await SwitchedOnAfterSignInAsync(simulator, await simulator.SignInAsync("counter"));

        for (var i = 0; i < 20; i++)
            (await hub.CallAsync("KhaNang")).Code().ShouldBe("0");
    }

    private static string Wait(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => $"{delta.TotalSeconds} s",
        { Date: { } date } => $"a date {(date - response.Headers.Date!.Value).TotalSeconds} s after its own",
        _ => "nothing",
    };

    private static Task<SimulatorProcess> StartAsync(params (string Name, double Share)[] rates) => StartAsync([], rates);

    private static Task<SimulatorProcess> StartAsync(string[] options, params (string Name, double Share)[] rates) =>
        SimulatorProcess.StartAsync(["--faults", "on", "--seed", "7", "--stall", "0.05", .. NoFaults, .. options, .. Rates(rates)]);

    private static string[] Rates(params (string Name, double Share)[] rates) =>
        [.. rates.SelectMany(rate => new[] { "--rate", string.Create(CultureInfo.InvariantCulture, $"{rate.Name}={rate.Share}") })];

    /// <summary>Signs in while the faults are off: a sign-in meets them too.</summary>
    private static async Task<SettlementClient> SwitchedOnAfterSignInAsync(SimulatorProcess simulator, SettlementClient control)
    {
        await control.ControlAsync("/sim/faults", new JsonObject { ["on"] = false });
        var hub = await simulator.SignInAsync("hub");
        await control.ControlAsync("/sim/faults", new JsonObject { ["on"] = true });
        return hub;
    }

    private static async Task<SettlementClient> SignInPatientlyAsync(SimulatorProcess simulator)
    {
        using var counter = await simulator.SignInAsync("counter");
        return await SwitchedOnAfterSignInAsync(simulator, counter);
    }

    private static JsonObject Look() => new() { ["mahoso"] = "F-6" };

    private static JsonObject Insert(string maHoSo, string phienBan) =>
        new() { ["isUpdating"] = "False", ["data"] = new JsonArray(Samples.Dossier(maHoSo, phienBan)) };

    private static async Task GivesUpAsync(SettlementClient hub, string maHoSo, CancellationToken patience) =>
        await Should.ThrowAsync<OperationCanceledException>(() => hub.SendAsync("DongBoHoSoMC", Insert(maHoSo, "1"), patience));

    private static async Task<Dictionary<string, long>> CallManyAsync(SettlementClient client, int calls)
    {
        var fates = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            var own = new List<string>();
            for (var i = 0; i < calls / 16; i++)
                own.Add(await FateAsync(client));
            return own;
        }));
        return fates.SelectMany(own => own).GroupBy(fate => fate).ToDictionary(group => group.Key, group => group.LongCount());
    }

    private static async Task<string> FateAsync(SettlementClient client)
    {
        try
        {
            using var response = await client.SendAsync("KhaNang");
            if (response.StatusCode != HttpStatusCode.OK)
                return ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
            return response.Content.Headers.ContentType!.MediaType == "text/html" ? "html" : "answered";
        }
        catch (HttpRequestException)
        {
            return "broken";
        }
    }

    private static Dictionary<string, long> Counts(JsonElement stats) =>
        stats.GetProperty("faults").EnumerateObject().ToDictionary(count => count.Name, count => count.Value.GetInt64());

    private static void ShouldBeNear(long count, double share, int calls)
    {
        var expected = share * calls;
        ((double)count).ShouldBeInRange(expected - (4 * Math.Sqrt(expected)), expected + (4 * Math.Sqrt(expected)));
    }
}
