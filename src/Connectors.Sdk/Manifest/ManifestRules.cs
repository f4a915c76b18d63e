using System.Text.RegularExpressions;
using IntegrationHub.Contracts;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>What the members of a manifest must hold, each for itself and together.</summary>
internal static partial class ManifestRules
{
    private static readonly string[] Kinds = ["dossier", "change", "progress"];
    private static readonly string[] Patterns = ["sql-view", "rest-poll", "poll-by-ids", "callback", "lookup", "soap", "file-drop"];
    private static readonly string[] Cursors = ["time", "sequence"];
    private static readonly string[] Encodings = ["unicode", "tcvn3"];
    private static readonly string[] AbilityNames = ["check", "readByKeys", "keySweep", "callback", "lookup"];
    private static readonly string[] Classes = ["technical", "personal", "sensitive"];

    public static void Check(ConnectorManifest manifest, ManifestProblems problems)
    {
        CheckNames(manifest, problems);
        CheckContract(manifest, problems);
        CheckReading(manifest, problems);
        CheckAbilities(manifest, problems);
        EachOf(manifest.DataClasses, Classes, "/dataClasses", problems);
        CheckOpen(manifest.Open, problems);
    }

    /// <summary>What is wrong with a schedule, as far as it can be told where no scheduler is at hand; the server asks Quartz.</summary>
    public static string? ScheduleProblem(string schedule) => schedule.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is 6 or 7
        ? null
        : $"'{schedule}' is not a Quartz cron expression, which has 6 or 7 fields, seconds first; write for example 0 0/5 * * * ?.";

    private static void CheckOpen(IReadOnlyList<string> open, ManifestProblems problems)
    {
        if (open.Distinct().Count() != open.Count)
            problems.Add("/open", "names something twice.");
        foreach (var member in open.Where(member => !SourceMember().IsMatch(member)))
            problems.Add("/open", $"'{member}' is no member's name; write each as the source spells it, without path or pattern.");
    }

    private static void CheckNames(ConnectorManifest manifest, ManifestProblems problems)
    {
        if (manifest.Id.Length > 0 && (manifest.Id.Length > 50 || !Words().IsMatch(manifest.Id)))
            problems.Add("/id", "must be lower-case words joined by hyphens, at most 50 characters, for example land-registry.");
        if (manifest.Stream.Length > 0 && !Words().IsMatch(manifest.Stream))
            problems.Add("/stream", "must be lower-case words joined by hyphens, for example dossiers.");
        OneOf(manifest.Pattern, Patterns, "/pattern", problems);
    }

    private static void CheckContract(ConnectorManifest manifest, ManifestProblems problems)
    {
        EachOf(manifest.Produces, Kinds, "/produces", problems);

        var producesDossiers = manifest.Produces.Contains("dossier");
        if (producesDossiers && manifest.Owns.Count == 0)
            problems.Add("/owns", "is missing; a connector that yields whole dossiers says which packet members it owns, or [\"*\"].");
        if (!producesDossiers && manifest.Owns.Count > 0)
            problems.Add("/owns", "belongs only to a connector that produces 'dossier'.");
        if (manifest.Owns.Any(member => member != "*" && !PacketMember().IsMatch(member))
            || (manifest.Owns.Contains("*") && manifest.Owns.Count > 1))
            problems.Add("/owns", "must be [\"*\"] alone, or packet members in their official spelling.");

        var major = Envelope.CurrentContractVersion.Split('.')[0];
        if (manifest.ContractVersion.Length > 0
            && !(Version().IsMatch(manifest.ContractVersion) && manifest.ContractVersion.Split('.')[0] == major))
            problems.Add("/contractVersion", $"must be major.minor with the major version {major}, which this hub speaks.");
    }

    private static void CheckReading(ConnectorManifest manifest, ManifestProblems problems)
    {
        OneOf(manifest.Cursor, Cursors, "/cursor", problems);
        if (manifest.Cursor == "time" && manifest.Lag <= TimeSpan.Zero)
            problems.Add("/lag", "must be longer than nothing for a time cursor, or late commits are lost.");
        if (manifest.Cursor == "sequence" && manifest.Lag != TimeSpan.Zero)
            problems.Add("/lag", "belongs only to a time cursor; a sequence has none.");
        if (manifest.Schedule.Length > 0 && ScheduleProblem(manifest.Schedule) is { } problem)
            problems.Add("/schedule", problem);

        OneOf(manifest.Text.Encoding, Encodings, "/text/encoding", problems);
        if (manifest.Text.Encoding == "tcvn3" != manifest.Text.Members.Count > 0)
            problems.Add("/text/members", "must name the members that arrive in tcvn3, and only then.");
    }

    private static void CheckAbilities(ConnectorManifest manifest, ManifestProblems problems)
    {
        var unsaid = AbilityNames.Where(name => !manifest.Abilities.ContainsKey(name)).ToList();
        if (unsaid.Count > 0)
            problems.Add("/abilities", $"does not speak of {string.Join(", ", unsaid)}; say \"yes\", or \"no: reason\", to each.");
        foreach (var (name, answer) in manifest.Abilities)
        {
            if (!AbilityNames.Contains(name))
                problems.Add($"/abilities/{name}", $"is not known. Known here: {string.Join(", ", AbilityNames)}.");
            else if (!Answer().IsMatch(answer))
                problems.Add($"/abilities/{name}", "must be \"yes\", or \"no: \" and the reason.");
        }
    }

    private static void EachOf(IReadOnlyList<string> values, string[] allowed, string pointer, ManifestProblems problems)
    {
        if (values.Distinct().Count() != values.Count)
            problems.Add(pointer, "names something twice.");
        foreach (var value in values)
            OneOf(value, allowed, pointer, problems);
    }

    private static void OneOf(string value, string[] allowed, string pointer, ManifestProblems problems)
    {
        if (value.Length > 0 && !allowed.Contains(value))
            problems.Add(pointer, $"'{value}' is not one of {string.Join(", ", allowed)}.");
    }

    [GeneratedRegex(@"^[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex Words();

    [GeneratedRegex(@"^[A-Z][A-Za-z]+\z")]
    private static partial Regex PacketMember();

    [GeneratedRegex(@"^\p{L}[\p{L}\p{Nd}_]*\z")]
    private static partial Regex SourceMember();

    [GeneratedRegex(@"^[0-9]+\.[0-9]+\z")]
    private static partial Regex Version();

    [GeneratedRegex(@"^(yes|no: \S.*)\z")]
    private static partial Regex Answer();
}
