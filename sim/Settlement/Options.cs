using IntegrationHub.Sim.Settlement.Faults;

namespace IntegrationHub.Sim.Settlement;

/// <summary>The command line.</summary>
internal sealed record Options
{
    public const string Usage = """
        sim-settlement --state DIR [--profile basic|extended] [--port N] [--environment test] [--die-with-parent]
                       [--faults on|off] [--seed S] [--rate NAME=SHARE]... [--fault-accounts A,B] [--stall SECONDS]
        """;

    public string State { get; private set; } = "";

    public Profile Profile { get; private set; } = Profile.Extended;

    public int Port { get; private set; }

    public string Environment { get; private set; } = "test";

    public bool DiesWithParent { get; private set; }

    public bool FaultsOn { get; private set; }

    public int Seed { get; private set; } = 1;

    public FaultRates Rates { get; } = new();

    public IReadOnlySet<string> FaultAccounts { get; private set; } = new HashSet<string> { "hub" };

    public TimeSpan Stall { get; private set; } = TimeSpan.FromSeconds(10);

    /// <summary>The options, or one sentence that says which of them makes no sense.</summary>
    public static (Options? Options, string? Problem) Parse(string[] args)
    {
        var options = new Options();
        var words = new Queue<string>(args);
        while (words.TryDequeue(out var name))
        {
            if (name == "--die-with-parent")
                options.DiesWithParent = true;
            else if (!Names.Contains(name))
                return (null, $"there is no option '{name}'.");
            else if (!words.TryDequeue(out var value))
                return (null, $"{name} needs a value.");
            else if (!options.TrySet(name, value))
                return (null, $"'{value}' is no value for {name}.");
        }

        return options.State.Length > 0 ? (options, null) : (null, "--state is missing.");
    }

    private static readonly HashSet<string> Names =
        ["--state", "--environment", "--fault-accounts", "--profile", "--port", "--faults", "--seed", "--stall", "--rate"];

    private bool TrySet(string name, string value)
    {
        switch (name)
        {
            case "--state": State = value; return value.Length > 0;
            case "--environment": Environment = value; return value.Length > 0;
            case "--fault-accounts": FaultAccounts = value.Split(',').ToHashSet(); return true;
            case "--profile": return Take(OptionValues.Profile(value), profile => Profile = profile);
            case "--port": return Take(OptionValues.Port(value), port => Port = port);
            case "--faults": return Take(OptionValues.Switch(value), on => FaultsOn = on);
            case "--seed": return Take(OptionValues.Whole(value), seed => Seed = seed);
            case "--stall": return Take(OptionValues.Seconds(value), stall => Stall = stall);
            default: return Take(OptionValues.Rate(value), rate => Rates[rate.Kind] = rate.Share);
        }
    }

    private static bool Take<T>(T? value, Action<T> set)
        where T : struct
    {
        if (value is { } given)
            set(given);
        return value is not null;
    }
}
