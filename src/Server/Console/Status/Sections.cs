using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Server.Console.Status;

/// <summary>The sections of the status page, in the order of the page.</summary>
internal sealed class Sections(Texts texts, Format format)
{
    public Html Conservation(HubStatus status)
    {
        var all = Sum(status.Connectors);
        var since = Sum(status.SinceStart);
        Term[] read =
        [
            new("unchanged", texts.Unchanged, all.Unchanged), new("ignored", texts.Ignored, all.Ignored),
            new("quarantined", texts.Quarantined, all.Quarantined), new("accepted", texts.Accepted, all.Accepted),
        ];
        Term[] accepted =
        [
            new("acknowledged", texts.Acknowledged, all.Acknowledged), new("superseded", texts.Superseded, all.Superseded),
            new("pending", texts.Pending, all.Pending), new("dead", texts.Dead, all.Dead),
        ];
        var (tone, verdict) = status.Balanced ? ("good", "✓ " + texts.Balances) : ("bad", "! " + texts.DoesNotBalance);
        return Html.Of($"""
            <section aria-labelledby="conservation">
            <div class="head"><h2 id="conservation">{texts.Conservation}</h2><p class="hint">{texts.ConservationHint}</p>
            <p class="badge {tone}">{verdict}</p></div>
            {new Equation(texts.Read, all.Read, read).Render(format)}
            {new Equation(texts.Accepted, all.Accepted, accepted).Render(format)}
            <p class="hint">{SinceStart(status.StartedAt, since)}</p>
            </section>
            """);
    }

    public Html Connectors(IReadOnlyList<ConnectorView> connectors) => Html.Of($"""
        <section aria-labelledby="connectors">
        <h2 id="connectors">{texts.Connectors}</h2>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="connectors"><table aria-labelledby="connectors">
        <thead><tr><th scope="col">{texts.Connector}</th><th scope="col">{texts.Status}</th><th scope="col">{texts.LastRead}</th>
        <th scope="col" class="n">{texts.Read}</th><th scope="col" class="n">{texts.Acknowledged}</th>
        <th scope="col" class="n">{texts.Pending}</th><th scope="col" class="n">{texts.QuarantineOpen}</th>
        <th scope="col" class="n">{texts.Dead}</th></tr></thead>
        <tbody>{connectors.Select(Row)}</tbody>
        </table></div>
        </section>
        """);

    public Html Delivery(HubStatus status)
    {
        var target = status.Target;
        var calls = Format.Text(
            texts.CallsValue, format.Number(target.Reads), format.Number(target.Writes), format.Number(target.FaultsMet));
        var retries = Format.Text(texts.RetriesValue, format.Number(target.Retries.Used), format.Number(target.Retries.Allowed));
        return Html.Of($"""
            <section aria-labelledby="delivery">
            <h2 id="delivery">{texts.Delivery}</h2>
            <dl>
            <dt>{texts.Status}</dt><dd>{State(target)}{More(target.Message, "hub status")}</dd>
            <dt>{texts.Sending}</dt><dd>{Sending(target)}</dd>
            <dt>{texts.Target}</dt><dd>{target.System ?? "–"}</dd>
            <dt>{texts.Environment}</dt><dd>{target.Environment ?? "–"}</dd>
            <dt>{texts.Profile}</dt><dd>{target.Profile ?? "–"}</dd>
            <dt>{texts.Retries}</dt><dd>{retries}</dd>
            <dt>{texts.Calls}</dt><dd>{calls}</dd>
            </dl>
            <table><caption>{texts.StagesHint}</caption>
            <thead><tr><th scope="col">{texts.Stage}</th><th scope="col" class="n">{texts.Records}</th>
            <th scope="col" class="n">{texts.PerSecond}</th></tr></thead>
            <tbody>{status.Stages.Select(Row)}</tbody></table>
            </section>
            """);
    }

    public Html Reconciliation(ReconciliationView? last) => Html.Of($"""
        <section aria-labelledby="reconciliation">
        <h2 id="reconciliation">{texts.Reconciliation}</h2>
        {(last is null ? Html.Of($"""<p class="hint">{texts.NoReconciliation}</p>""") : Facts(last))}
        </section>
        """);

    public Html Causes(string id, string title, IReadOnlyList<CauseCount> causes) => Html.Of($"""
        <section aria-labelledby="{id}"><h2 id="{id}">{title}</h2>
        {(causes.Count == 0 ? Html.Of($"""<p class="hint">✓ {texts.Nothing}</p>""") : Table(id, causes))}
        </section>
        """);

    private string SinceStart(DateTimeOffset start, ConnectorTotals since) => Format.Text(
        texts.SinceStart,
        Format.Minute(start),
        format.Number(since.Read),
        format.Number(since.Accepted),
        format.Number(since.Acknowledged));

    private Html Row(ConnectorView connector) => Html.Of($"""
        <tr><th scope="row">{TitleOf(connector)}<small>{connector.Id}</small></th>
        <td>{Pill(Tone(connector.Health), Word(texts.Health, connector.Health))}{Reason(connector)}</td>
        <td>{format.Time(connector.LastReadAt)}</td>
        <td class="n">{format.Number(connector.Totals.Read)}</td><td class="n">{format.Number(connector.Totals.Acknowledged)}</td>
        <td class="n">{format.Number(connector.Totals.Pending)}</td><td class="n">{format.Number(connector.QuarantineOpen)}</td>
        <td class="n">{format.Number(connector.Totals.Dead)}</td></tr>
        """);

    private string TitleOf(ConnectorView connector) =>
        texts.Language == VietnameseTexts.Texts.Language ? connector.TitleVi : connector.Title;

    private Html Row(StageRate stage) => Html.Of($"""
        <tr><th scope="row">{Word(texts.Stages, stage.Name)}</th><td class="n">{format.Number(stage.Records)}</td>
        <td class="n">{format.Decimal(stage.RecordsPerSecond)}</td></tr>
        """);

    private Html Reason(ConnectorView connector) => connector.Cause switch
    {
        null => Html.Empty,
        HealthCauses.Dead => Cause(HealthCauses.Dead, connector.Totals.Dead, $"hub dead list --connector {connector.Id}"),
        HealthCauses.Quarantine =>
            Cause(HealthCauses.Quarantine, connector.QuarantineOpen, $"hub quarantine list --connector {connector.Id}"),
        var cause => Cause(cause, 0, $"hub connector describe {connector.Id}"),
    };

    private Html Cause(string cause, long count, string command) =>
        Html.Of($"<small>{Format.Text(Word(texts.Causes, cause), format.Number(count))} {texts.More} <code>{command}</code></small>");

    private string Sending(TargetStatus target) => target switch
    {
        { State: TargetStates.Refused or TargetStates.Mismatch } => texts.SendingStopped,
        { Circuit: { State: CircuitStates.Open, Since: { } since, NextProbe: { } probe } } =>
            Format.Text(texts.SendingWaitsForAnswer, Format.Minute(since), Format.Second(probe)),
        { HeldUntil: { } until } => Format.Text(texts.SendingWaitsAsAsked, Format.Second(until)),
        _ => texts.SendingGoesOn,
    };

    private Html State(TargetStatus target) => Pill(ToneOfTarget(target.State), Word(texts.TargetStates, target.State));

    // There is something to tell, behind the token.
    private Html More(string? message, string command) =>
        message is null ? Html.Empty : Html.Of($"<small>{texts.More} <code>{command}</code></small>");

    private Html Facts(ReconciliationView last) => Html.Of($"""
        <dl>
        <dt>{texts.Result}</dt><dd>{Pill(Tone(last), Word(texts.RunStates, last.State))}{More(last.Message, "hub reconcile diff")}</dd>
        <dt>{texts.When}</dt><dd>{format.Time(last.EndedAt ?? last.StartedAt)}</dd>
        <dt>{texts.Differences}</dt><dd>{format.Number(last.Differences)}</dd>
        <dt>{texts.NeedPerson}</dt><dd>{format.Number(last.NeedPerson)}</dd>
        <dt>{texts.Repairs}</dt><dd>{format.Number(last.Repairs)}</dd>
        <dt>{texts.Compared}</dt><dd>{format.Number(last.Compared)} / {format.Number(last.Ledger)}</dd>
        <dt>{texts.ReconciliationCalls}</dt><dd>{format.Number(last.Calls)}</dd>
        </dl>
        """);

    private Html Table(string id, IReadOnlyList<CauseCount> causes) => Html.Of($"""
        <div class="scroll" tabindex="0" role="region" aria-labelledby="{id}"><table aria-labelledby="{id}">
        <thead><tr><th scope="col">{texts.Cause}</th><th scope="col">{texts.Connector}</th>
        <th scope="col" class="n">{texts.Count}</th><th scope="col">{texts.Oldest}</th></tr></thead>
        <tbody>{causes.Select(Row)}</tbody>
        </table></div>
        """);

    private Html Row(CauseCount cause) => Html.Of($"""
        <tr><th scope="row"><code>{cause.Cause}</code></th><td class="id">{cause.Connector}</td>
        <td class="n">{format.Number(cause.Count)}</td><td>{format.Time(cause.Oldest)}</td></tr>
        """);

    private static Html Pill(string tone, string word) => Html.Of($"""<span class="pill {tone}">{word}</span>""");

    private static string Tone(string health) => health switch
    {
        HealthStates.Healthy or HealthStates.Running => "good",
        HealthStates.Recovering or HealthStates.Paused => "warn",
        HealthStates.NeedsAction => "bad",
        _ => "idle",
    };

    private static string Tone(ReconciliationView last) => last switch
    {
        { State: RunStates.Completed, Differences: 0 } => "good",
        { State: RunStates.Failed } => "bad",
        { State: RunStates.Running } => "idle",
        _ => "warn",
    };

    private static string ToneOfTarget(string state) => state switch
    {
        TargetStates.Ready => "good",
        TargetStates.Unknown => "idle",
        TargetStates.Unreachable => "warn",
        _ => "bad",
    };

    private static string Word(IReadOnlyDictionary<string, string> words, string key) => words.GetValueOrDefault(key, key);

    private static ConnectorTotals Sum(IReadOnlyList<ConnectorTotals> totals) => new(
        "",
        totals.Sum(t => t.Read),
        totals.Sum(t => t.Unchanged),
        totals.Sum(t => t.Ignored),
        totals.Sum(t => t.Quarantined),
        totals.Sum(t => t.Accepted),
        totals.Sum(t => t.Acknowledged),
        totals.Sum(t => t.Superseded),
        totals.Sum(t => t.Pending),
        totals.Sum(t => t.Dead));
}
