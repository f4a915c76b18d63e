using System.Globalization;

namespace IntegrationHub.Bench;

/// <summary>What is measured.</summary>
internal enum Stage
{
    /// <summary>Read, mapped, rendered and sent without a ledger, as fast as it can be done.</summary>
    Limit,

    /// <summary>From an empty ledger until all is in it; nothing is delivered.</summary>
    Collect,

    /// <summary>All of it read again, unchanged.</summary>
    Rescan,

    /// <summary>From a full outbox until all is acknowledged.</summary>
    Deliver,

    /// <summary>From an empty ledger until all is acknowledged.</summary>
    E2e,

    /// <summary>Where the processor's time goes from the source's answer to the store, in one process.</summary>
    Pure,
}

/// <summary>What the caller asked for. <see cref="Parse"/> answers with options or with one clear sentence.</summary>
internal sealed record Options
{
    public const string Usage = """
        dotnet run -c Release --project bench -- <limit|collect|rescan|deliver|e2e|pure> [options]

          --dossiers N              how many dossiers the source holds (20000)
          --store sqlite:PATH       the hub's ledger, a file that is not there yet
          --store postgres:STRING   the hub's ledger, in a database hub_bench that is dropped and made anew on that server
          --runs N                  figures are the medians of so many runs (5)
          --workers N               the hub's Hub:Workers
          --target-delay MS         how long the target takes over a call that writes (0)
          --target-batch N          how many dossiers it takes in a call (1000)
          --json                    the last line of standard output is one JSON document

        bench/run.sh does the same, and starts a PostgreSQL of its own for '--store postgres'.
        """;

    public required Stage Stage { get; init; }
    public int Dossiers { get; private set; } = 20_000;
    public string? Store { get; private set; }
    public int Runs { get; private set; } = 5;
    public int? Workers { get; private set; }
    public int TargetDelay { get; private set; }
    public int TargetBatch { get; private set; } = 1000;
    public bool Json { get; private set; }

    /// <summary>Whether the hub runs at all.</summary>
    public bool NeedsStore => Stage is not (Stage.Limit or Stage.Pure);

    public static (Options? Options, string? Problem) Parse(IReadOnlyList<string> arguments)
    {
        if (arguments is not [var stage, ..] || !Enum.TryParse<Stage>(stage, ignoreCase: true, out var asked) || !char.IsAsciiLetter(stage[0]))
            return (null, "say what to measure: limit, collect, rescan, deliver, e2e or pure.");
        var options = new Options { Stage = asked };
        for (var i = 1; i < arguments.Count; i++)
        {
            if (arguments[i] == "--json")
                options.Json = true;
            else if (i + 1 == arguments.Count)
                return (null, $"{arguments[i]} is no option, or needs a value.");
            else if (options.Set(arguments[i], arguments[++i]) is { } problem)
                return (null, $"{arguments[i - 1]} {arguments[i]}: {problem}");
        }

        return options is { NeedsStore: true, Store: null }
            ? (null, "--store is missing: write sqlite:PATH or postgres:CONNECTIONSTRING.")
            : (options, null);
    }

    private string? Set(string name, string value) => name switch
    {
        "--dossiers" => Whole(value, 1, 10_000_000, n => Dossiers = n),
        "--runs" => Whole(value, 1, 100, n => Runs = n),
        "--workers" => Whole(value, 1, 32, n => Workers = n),
        "--target-delay" => Whole(value, 0, 60_000, n => TargetDelay = n),
        "--target-batch" => Whole(value, 1, 10_000, n => TargetBatch = n),
        "--store" => Text(value),
        _ => "there is no such option.",
    };

    private string? Text(string store)
    {
        Store = store;
        return null;
    }

    private static string? Whole(string value, int least, int most, Action<int> set)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            return $"write a whole number from {least} to {most}.";
        set(number);
        return null;
    }
}
