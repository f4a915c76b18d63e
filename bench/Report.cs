using System.Globalization;
using System.Text.Json;
using IntegrationHub.Bench.Pure;

namespace IntegrationHub.Bench;

/// <summary>Says what was measured: to people in a few lines, to programs as one line of JSON. Figures are medians of the runs.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Store">The kind of ledger, if there was one.</param>
/// <param name="PacketBytes">How long a dossier is on its way to the target, on the average.</param>
/// <param name="All">The runs.</param>
internal sealed record Report(Options Options, string? Store, double PacketBytes, IReadOnlyList<Figures> All)
{
    private double Seconds => Median(run => run.Seconds);

    private double PerSecond => Options.Dossiers / Seconds;

    public string Json() => JsonSerializer.Serialize(new
    {
        stage = Name(Options.Stage),
        store = Store,
        dossiers = Options.Dossiers,
        runs = All.Count,
        seconds = Math.Round(Seconds, 3),
        recordsPerSecond = Math.Round(PerSecond),
        bytesPerRecord = Math.Round(PacketBytes),
        ledgerBytesPerRecord = Math.Round(Median(run => run.LedgerBytes) / Options.Dossiers),
        peakMemoryMiB = Math.Round(Median(run => run.PeakMemoryMiB), 1),
        processorMicrosecondsPerRecord = new
        {
            hub = Microseconds(run => run.Work.Hub),
            source = Microseconds(run => run.Work.Source),
            target = Microseconds(run => run.Work.Target),
        },
        limitRecordsPerSecond = Rounded(run => Options.Dossiers / run.LimitSeconds, 0),
        ratioToLimit = Rounded(run => run.RatioToLimit, 3),
        all = All.Select(run => new { seconds = Math.Round(run.Seconds, 3), peakMemoryMiB = Math.Round(run.PeakMemoryMiB, 1) }),
    });

    public string Text() => Line($"{Name(Options.Stage)}: {Options.Dossiers:N0} dossiers of {PacketBytes:N0} B in {Seconds:N2} s")
        + Line($", {PerSecond:N0} a second, {Median(run => run.PeakMemoryMiB):N0} MiB at most")
        + (Rounded(run => run.RatioToLimit, 3) is { } ratio ? Line($", {ratio:P0} of the limit") : "")
        + Line($", {Microseconds(run => run.Work.Hub):N1} µs of the hub's processor time each (median of {All.Count})");

    /// <summary>One run, while the others are still to come.</summary>
    public static string Text(Options options, Figures run) =>
        Line($"{Name(options.Stage)}: {run.Seconds:N2} s, {options.Dossiers / run.Seconds:N0} a second, {run.PeakMemoryMiB:N0} MiB")
        + (run.RatioToLimit is { } ratio ? Line($", {ratio:P0} of the limit") : "");

    public static string Json(Options options, IReadOnlyList<Section> sections) => JsonSerializer.Serialize(new
    {
        stage = Name(options.Stage),
        dossiers = options.Dossiers,
        sections = sections.Select(section => new
        {
            name = section.Name,
            microseconds = Math.Round(section.Microseconds, 2),
            recordsPerSecond = Math.Round(section.PerSecond),
            allocatedBytes = Math.Round(section.Bytes),
        }),
    });

    public static string Text(Section section) =>
        Line($"{section.Name,-14}{section.Microseconds,8:N2} µs a dossier {section.PerSecond,10:N0} a second {section.Bytes,8:N0} B allocated");

    private static string Name(Stage stage) => stage.ToString().ToLowerInvariant();

    private double Median(Func<Figures, double> figure)
    {
        var sorted = All.Select(figure).Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private double Microseconds(Func<Figures, TimeSpan> work) =>
        Math.Round(Median(run => work(run).TotalMicroseconds) / Options.Dossiers, 1);

    private double? Rounded(Func<Figures, double?> figure, int digits) =>
        All.All(run => figure(run) is not null) ? Math.Round(Median(run => figure(run)!.Value), digits) : null;

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
