using System.Text;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Console.Status;

/// <summary>
/// The status page at <c>/</c>: server-rendered, no script, nothing from outside, nothing personal. It is open to
/// whoever reaches it, so it tells states, counts and causes, and which command tells more; what a source, the target or a person said
/// stands behind the token.
/// </summary>
internal static class StatusPage
{
    // What needs a person now, and what may mend itself or wait.
    private static readonly HashSet<string> Bad =
        [Headline.OutOfBalance, TargetStates.Mismatch, TargetStates.Refused, Headline.DifferencesOpen, HealthStates.NeedsAction];

    private static readonly HashSet<string> Uneasy =
    [
        TargetStates.Unreachable, Headline.ReconciliationFailed, Headline.NoConnector, HealthStates.Recovering, HealthStates.Paused,
    ];

    /// <summary>Its style sheet; the content security policy names its hash.</summary>
    public static string Style { get; } = ReadStyle();

    public static void MapStatusPage(this IEndpointRouteBuilder app) =>
        app.MapGet("/", async (string? lang, IHubViews views, TimeProvider clock, CancellationToken cancellationToken) =>
        {
            var status = await views.StatusAsync(cancellationToken);
            var connectors = await views.ConnectorsAsync(cancellationToken);
            return Results.Text(Render(status, connectors, Texts.Of(lang), clock.GetUtcNow()).ToString(), "text/html", Encoding.UTF8);
        }).AllowAnonymous().ExcludeFromDescription();

    public static Html Render(HubStatus status, IReadOnlyList<ConnectorView> connectors, Texts texts, DateTimeOffset now)
    {
        var format = new Format(texts);
        var sections = new Sections(texts, format);
        var parts = Headline.Of(status.Health, status.Balanced, status.Target.State, status.LastReconciliation, status.Reconciling);
        var (tone, symbol) = Tone(parts);
        var headline = Headline.Say(parts, texts.Headline);
        return Html.Of($"""
            <!doctype html>
            <html lang="{texts.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="refresh" content="10">
            <title>{symbol} {texts.Title}</title>
            <link rel="icon" href="data:,">
            <style>{Html.Raw(Style)}</style>
            </head>
            <body>
            <a class="skip" href="#main">{texts.Skip}</a>
            <header>
            <p class="brand">IntegrationHub <span>{texts.Title}</span></p>
            <nav aria-label="{texts.Languages}">{Language("vi", "Tiếng Việt", texts)}{Language("en", "English", texts)}</nav>
            </header>
            <main id="main">
            <h1 class="sentence {tone}"><span class="symbol" aria-hidden="true">{symbol}</span>{headline}</h1>
            {sections.Conservation(status)}
            {sections.Connectors(connectors)}
            <div class="pair">{sections.Delivery(status)}{sections.Reconciliation(status.LastReconciliation)}</div>
            <div class="pair">
            {sections.Causes("quarantine", texts.QuarantineByCause, status.QuarantineCauses)}
            {sections.Causes("dead", texts.DeadByCause, status.DeadCauses)}
            </div>
            </main>
            <footer>{Format.Text(texts.Footer, status.Version, format.Decimal(status.PeakMemoryMiB), Format.Second(now))}</footer>
            </body>
            </html>
            """);
    }

    private static (string Tone, string Symbol) Tone(IReadOnlyList<HeadlinePart> parts) =>
        parts.Any(part => Bad.Contains(part.Code)) ? ("bad", "!")
        : parts.Any(part => Uneasy.Contains(part.Code)) ? ("warn", "~")
        : ("good", "✓");

    private static Html Language(string code, string name, Texts texts) => code == texts.Language
        ? Html.Of($"""<a href="?lang={code}" lang="{code}" aria-current="true">{name}</a>""")
        : Html.Of($"""<a href="?lang={code}" lang="{code}">{name}</a>""");

    private static string ReadStyle()
    {
        using var stream = typeof(StatusPage).Assembly.GetManifestResourceStream("status.css")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
