using System.Globalization;
using IntegrationHub.Contracts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace IntegrationHub.Cli.Output;

/// <summary>Writes tables and facts; in colour only on a terminal that wants it (NO_COLOR).</summary>
internal sealed class TableWriter
{
    private const int WidthOfAFile = 500;
    private readonly TextWriter output;
    private readonly bool terminal;

    public TableWriter(TextWriter output) =>
        (this.output, terminal) = (output, ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected);

    /// <summary>A table; a column whose name ends in <c>&gt;</c> is set to the right.</summary>
    public void Table<T>(IEnumerable<T> items, string[] columns, Func<T, object?[]> row)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (var column in columns)
        {
            var title = new Markup($"[bold]{Markup.Escape(column.TrimEnd('>').ToUpperInvariant())}[/]");
            var head = new TableColumn(title) { Padding = new Padding(0, 0, 2, 0) };
            table.AddColumn(column.EndsWith('>') ? head.RightAligned() : head);
        }
        foreach (var item in items)
            table.AddRow(row(item).Select(cell => (IRenderable)new Text(Cell(cell))));
        Write(table);
        if (table.Rows.Count == 0)
            Line("(none)");
    }

    /// <summary>Names and values, one a line.</summary>
    public void Facts(params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (var (name, value) in facts)
            grid.AddRow(new Text(name), new Text(Cell(value)));
        Write(grid);
    }

    public void Line(string text = "") => output.WriteLine(text);

    private void Write(IRenderable what)
    {
        if (terminal)
        {
            NewConsole(output, colour: string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))).Write(what);
            return;
        }

        // A file wants lines as long as they are, and no padding at their end.
        var text = new StringWriter();
        var console = NewConsole(text, colour: false);
        console.Profile.Width = WidthOfAFile;
        console.Write(what);
        foreach (var line in text.ToString().TrimEnd().Split('\n'))
            output.WriteLine(line.TrimEnd());
    }

    private static IAnsiConsole NewConsole(TextWriter output, bool colour) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(output),
        Ansi = colour ? AnsiSupport.Detect : AnsiSupport.No,
        ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
    });

    private static string Cell(object? value) => value switch
    {
        null => "-",
        DateTimeOffset time => VietnamTime.Say(time),
        bool yes => yes ? "yes" : "no",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
