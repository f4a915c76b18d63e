using System.Globalization;

namespace IntegrationHub.Demo;

/// <summary>What the caller asked for. <see cref="Parse"/> answers with options or with one clear sentence.</summary>
internal sealed record Options
{
    public const string Usage = """
        dotnet run --project demo -- [options]

          (none)                          everything, live, in .demo; Ctrl-C ends it, a second start goes on from it
          --once                          collect, deliver, reconcile until quiet, compare; exit 0 only if all is explained
          --dossiers N                    distinct dossiers in all sources together (2000)
          --seed N                        seed of the generated data and of the faults (7)
          --faults on|off                 let the simulated settlement system misbehave (off)
          --state DIR                     keep everything there and go on from it
          --settlement URL                another target; needs HUB_SETTLEMENT_USER and HUB_SETTLEMENT_PASSWORD,
                                          and HUB_COUNTER_USER and HUB_COUNTER_PASSWORD for the land registry
          --settlement-profile P          basic, extended or auto (auto)
          --store sqlite:PATH             the hub's ledger (sqlite:STATE/hub/hub.db)
          --store postgres:CONNECTION     the ledger in an empty database of PostgreSQL; a password in HUB_STORE_PASSWORD
          --json                          with --once: the last line of standard output is one JSON document

        Exit code: 0 good, or live and ended by Ctrl-C; 1 something is wrong; 2 a wrong option; 130 --once ended by Ctrl-C.
        """;

    public bool Once { get; private set; }
    public int Dossiers { get; private set; } = 2_000;
    public int Seed { get; private set; } = 7;
    public bool Faults { get; private set; }
    public string? State { get; private set; }
    public Uri? Settlement { get; private set; }
    public string Profile { get; private set; } = "auto";
    public string? Ledger { get; private set; }
    public bool Json { get; private set; }

    public static (Options? Options, string? Problem) Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            if (options.Flag(name))
                continue;
            if (!Valued.Contains(name))
                return (null, $"unknown option '{name}'.");
            if (++i == arguments.Count)
                return (null, $"{name} needs a value.");
            if (options.Set(name, arguments[i]) is { } problem)
                return (null, $"{name} {arguments[i]}: {problem}");
        }
        return options.Contradiction() is { } contradiction ? (null, contradiction) : (options, null);
    }

    private string? Contradiction() => Json && !Once ? "--json prints what --once comes to: give both, or neither." : null;

    private static readonly HashSet<string> Valued =
        ["--dossiers", "--seed", "--faults", "--state", "--settlement", "--settlement-profile", "--store"];

    private bool Flag(string name) => name switch
    {
        "--once" => Once = true,
        "--json" => Json = true,
        _ => false,
    };

    private string? Set(string name, string value) => name switch
    {
        "--dossiers" => Whole(value, 1, 2_000_000, n => Dossiers = n),
        "--seed" => Whole(value, 0, int.MaxValue, n => Seed = n),
        "--faults" => OneOf(value, ["on", "off"], v => Faults = v == "on"),
        "--settlement-profile" => OneOf(value, ["basic", "extended", "auto"], v => Profile = v),
        "--settlement" => Address(value),
        "--store" => Store(value),
        _ => Folder(value),
    };

    private string? Folder(string value)
    {
        State = Path.GetFullPath(value);
        return File.Exists(State) ? "is a file; name a folder." : null;
    }

    private string? Address(string value)
    {
        if (!Uri.TryCreate(value.TrimEnd('/') + "/", UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return "is no address; write http://host:port or https://host.";
        Settlement = address;
        return null;
    }

    private string? Store(string value)
    {
        if (value.Split(':', 2) is not [("sqlite" or "postgres") and var engine, { Length: > 0 } rest])
            return "write sqlite:PATH or postgres:CONNECTION.";
        Ledger = engine == "sqlite" ? $"sqlite:{Path.GetFullPath(rest)}" : value;
        return null;
    }

    private static string? Whole(string value, int least, int most, Action<int> set)
    {
        if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < least || number > most)
            return $"write a whole number from {least} to {most}.";
        set(number);
        return null;
    }

    private static string? OneOf(string value, string[] allowed, Action<string> set)
    {
        if (!allowed.Contains(value))
            return $"write {string.Join(" or ", allowed)}.";
        set(value);
        return null;
    }
}
