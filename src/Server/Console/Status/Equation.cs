using System.Globalization;

namespace IntegrationHub.Server.Console.Status;

/// <summary>A part of a sum.</summary>
internal sealed record Term(string Class, string Name, long Count);

/// <summary>A sum shown as a bar and as numbers: total = part + part + …</summary>
internal sealed record Equation(string Name, long Total, IReadOnlyList<Term> Terms)
{
    private const int Width = 1000;

    // What is there is seen, however small its share.
    private const int Least = 6;

    public Html Render(Format format) => Html.Of($"""
        <div class="equation">
        <svg viewBox="0 0 {Width} 10" preserveAspectRatio="none" aria-hidden="true">{Bar()}</svg>
        <p><span class="term"><b>{format.Number(Total)}</b> {Name}</span>{Terms.Select((term, i) => Show(term, i == 0, format))}</p>
        </div>
        """);

    private static Html Show(Term term, bool first, Format format) => Html.Of($"""
        <span class="summand"><span class="operator">{(first ? "=" : "+")}</span>
        <span class="term {term.Class}"><b>{format.Number(term.Count)}</b> <i aria-hidden="true"></i>{term.Name}</span></span>
        """);

    private IEnumerable<Html> Bar()
    {
        var shown = Terms.Where(term => term.Count > 0).ToList();
        var widths = shown.ConvertAll(term => Math.Max(Least, (double)term.Count / Math.Max(1, Total) * Width));
        var scale = Width / Math.Max(1, widths.Sum());
        var at = 0.0;
        foreach (var (term, width) in shown.Zip(widths, (term, width) => (term, width * scale)))
        {
            yield return Html.Of($"""<rect class="{term.Class}" x="{Say(at)}" y="0" width="{Say(width)}" height="10"/>""");
            at += width;
        }
    }

    private static string Say(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
