using System.Globalization;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Server.Console.Status;

/// <summary>The sections of the status page, in the order of the page.</summary>
internal sealed class Sections(Texts texts, Format format)
{
    public Html Conservation(HubStatus status)
    {
        var all = Sum(status.Connectors);
        var since = Sum(status.SinceStart);
        (string Class, string Name, long Count)[] read =
            [("unchanged", texts.Unchanged, all.Unchanged), ("ignored", texts.Ignored, all.Ignored), ("quarantined", texts.Quarantined, all.Quarantined), ("accepted", texts.Accepted, all.Accepted)];
        (string Class, string Name, long Count)[] accepted =
            [("acknowledged", texts.Acknowledged, all.Acknowledged), ("superseded", texts.Superseded, all.Superseded), ("pending", texts.Pending, all.Pending), ("dead", texts.Dead, all.Dead)];
        return Html.Of($"""
            <section aria-labelledby="conservation">
            <div class="head"><h2 id="conservation">{texts.Conservation}</h2><p class="hint">{texts.ConservationHint}</p>
            <p class="badge {(status.Balanced ? "good" : "bad")}">{(status.Balanced ? "✓ " + texts.Balances : "! " + texts.DoesNotBalance)}</p></div>
            {Equation(texts.Read, all.Read, read)}
            {Equation(texts.Accepted, all.Accepted, accepted)}
            <p class="hint">{Format.Text(texts.SinceStart, Format.Clock(status.StartedAt), format.Number(since.Read), format.Number(since.Accepted), format.Number(since.Acknowledged))}</p>
            </section>
            """);
    }

    public Html Connectors(IReadOnlyList<ConnectorView> connectors) => Html.Of($"""
        <section aria-labelledby="connectors">
        <h2 id="connectors">{texts.Connectors}</h2>
        <div class="scroll"><table>
        <thead><tr><th scope="col">{texts.Connector}</th><th scope="col">{texts.Status}</th><th scope="col">{texts.LastRead}</th>
        <th scope="col" class="n">{texts.Read}</th><th scope="col" class="n">{texts.Acknowledged}</th><th scope="col" class="n">{texts.Pending}</th>
        <th scope="col" class="n">{texts.QuarantineOpen}</th><th scope="col" class="n">{texts.Dead}</th></tr></thead>
        <tbody>{connectors.Select(Row)}</tbody>
        </table></div>
        </section>
        """);

    public Html Delivery(HubStatus status)
    {
        var target = status.Target;
        var tone = target.State switch { "ready" => "good", "unknown" => "idle", "unreachable" => "warn", _ => "bad" };
        return Html.Of($"""
            <section aria-labelledby="delivery">
            <h2 id="delivery">{texts.Delivery}</h2>
            <dl>
            <dt>{texts.Status}</dt><dd>{Pill(tone, Word(texts.TargetStates, target.State))}</dd>
            <dt>{texts.Target}</dt><dd>{target.System ?? "–"}</dd>
            <dt>{texts.Environment}</dt><dd>{target.Environment ?? "–"}</dd>
            <dt>{texts.Profile}</dt><dd>{target.Profile ?? "–"}</dd>
            <dt>{texts.Calls}</dt><dd>{Format.Text(texts.CallsValue, format.Number(target.Reads), format.Number(target.Writes), format.Number(target.FaultsMet))}</dd>
            </dl>
            <table><thead><tr><th scope="col">{texts.Stage}</th><th scope="col" class="n">{texts.Records}</th><th scope="col" class="n">{texts.PerSecond}</th></tr></thead>
            <tbody>{status.Stages.Select(s => Html.Of($"""<tr><th scope="row">{Word(texts.Stages, s.Name)}</th><td class="n">{format.Number(s.Records)}</td><td class="n">{format.Decimal(s.RecordsPerSecond)}</td></tr>"""))}</tbody></table>
            </section>
            """);
    }

    public Html Reconciliation(ReconciliationView? last) => Html.Of($"""
        <section aria-labelledby="reconciliation">
        <h2 id="reconciliation">{texts.Reconciliation}</h2>
        {(last is null ? Html.Of($"""<p class="hint">{texts.NoReconciliation}</p>""") : Facts(last))}
        </section>
        """);

    public Html Causes(string title, IReadOnlyList<CauseCount> causes) => Html.Of($"""
        <section><h2>{title}</h2>
        {(causes.Count == 0 ? Html.Of($"""<p class="hint">✓ {texts.Nothing}</p>""") : Table(causes))}
        </section>
        """);

    private Html Equation(string name, long total, (string Class, string Name, long Count)[] parts) => Html.Of($"""
        <div class="equation">
        <svg viewBox="0 0 1000 10" preserveAspectRatio="none" role="presentation">{Bar(total, parts)}</svg>
        <p><span class="term total"><b>{format.Number(total)}</b> {name}</span>{parts.Select((p, i) => Html.Of($"""
        <span class="operator">{(i == 0 ? "=" : "+")}</span><span class="term {p.Class}"><b>{format.Number(p.Count)}</b> <i aria-hidden="true"></i>{p.Name}</span>
        """))}</p>
        </div>
        """);

    // What is there is seen, however small its share.
    private static IEnumerable<Html> Bar(long total, (string Class, string Name, long Count)[] parts)
    {
        const int Width = 1000, Least = 6;
        var shown = parts.Where(p => p.Count > 0).ToList();
        var widths = shown.ConvertAll(p => Math.Max(Least, (double)p.Count / Math.Max(1, total) * Width));
        var scale = Width / Math.Max(1, widths.Sum());
        var at = 0.0;
        for (var i = 0; i < shown.Count; at += widths[i] * scale, i++)
            yield return Html.Of($"""<rect class="{shown[i].Class}" x="{Number(at)}" y="0" width="{Number(widths[i] * scale)}" height="10"/>""");

        static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
    }

    private Html Row(ConnectorView connector) => Html.Of($"""
        <tr><th scope="row">{connector.Title}<small>{connector.Id}</small></th>
        <td>{Pill(Tone(connector.Health), Word(texts.Health, connector.Health))}<small>{Reason(connector)}</small></td>
        <td>{format.Time(connector.LastReadAt)}</td>
        <td class="n">{format.Number(connector.Totals.Read)}</td><td class="n">{format.Number(connector.Totals.Acknowledged)}</td>
        <td class="n">{format.Number(connector.Totals.Pending)}</td><td class="n">{format.Number(connector.QuarantineOpen)}</td><td class="n">{format.Number(connector.Totals.Dead)}</td></tr>
        """);

    private Html Reason(ConnectorView connector) => connector switch
    {
        { Health: "healthy" or "running" or "neverRun" } => Html.Empty,
        { Health: "needsAction", Failures: 0, Totals.Dead: > 0 and var dead } => Html.Of($"{Format.Text(texts.DeadReason, format.Number(dead))}"),
        { Health: "needsAction", Failures: 0, QuarantineOpen: > 0 and var open } => Html.Of($"{Format.Text(texts.QuarantineReason, format.Number(open))}"),
        _ => Html.Of($"""<span lang="en">{connector.Reason}</span>"""),
    };

    private Html Facts(ReconciliationView last) => Html.Of($"""
        <dl>
        <dt>{texts.Result}</dt><dd>{Pill(last.State switch { "completed" when last.Differences == 0 => "good", "failed" => "bad", "running" => "idle", _ => "warn" }, Word(texts.RunStates, last.State))}</dd>
        <dt>{texts.When}</dt><dd>{format.Time(last.EndedAt ?? last.StartedAt)}</dd>
        <dt>{texts.Differences}</dt><dd>{format.Number(last.Differences)}</dd>
        <dt>{texts.Repairs}</dt><dd>{format.Number(last.Repairs)}</dd>
        <dt>{texts.Compared}</dt><dd>{format.Number(last.Compared)} / {format.Number(last.Ledger)}</dd>
        <dt>{texts.ReconciliationCalls}</dt><dd>{format.Number(last.Calls)}</dd>
        </dl>
        """);

    private Html Table(IReadOnlyList<CauseCount> causes) => Html.Of($"""
        <div class="scroll"><table>
        <thead><tr><th scope="col">{texts.Cause}</th><th scope="col">{texts.Connector}</th><th scope="col" class="n">{texts.Count}</th><th scope="col">{texts.Oldest}</th></tr></thead>
        <tbody>{causes.Select(c => Html.Of($"""<tr><th scope="row"><code>{c.Cause}</code></th><td class="id">{c.Connector}</td><td class="n">{format.Number(c.Count)}</td><td>{format.Time(c.Oldest)}</td></tr>"""))}</tbody>
        </table></div>
        """);

    private static Html Pill(string tone, string word) => Html.Of($"""<span class="pill {tone}">{word}</span>""");

    private static string Tone(string health) => health switch
    {
        "healthy" or "running" => "good",
        "recovering" or "paused" => "warn",
        "needsAction" => "bad",
        _ => "idle",
    };

    private static string Word(IReadOnlyDictionary<string, string> words, string key) => words.GetValueOrDefault(key, key);

    private static ConnectorTotals Sum(IReadOnlyList<ConnectorTotals> totals) => new(
        "", totals.Sum(t => t.Read), totals.Sum(t => t.Unchanged), totals.Sum(t => t.Ignored), totals.Sum(t => t.Quarantined), totals.Sum(t => t.Accepted),
        totals.Sum(t => t.Acknowledged), totals.Sum(t => t.Superseded), totals.Sum(t => t.Pending), totals.Sum(t => t.Dead));
}
