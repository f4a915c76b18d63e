using System.Globalization;
using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Server.Console.Status;

internal static class EnglishTexts
{
    public static readonly Texts Texts = new()
    {
        Language = "en",
        Numbers = new NumberFormatInfo { NumberGroupSeparator = ",", NumberDecimalSeparator = "." },
        Title = "Status",
        Languages = "Language",
        Headline = Headline.English,
        TargetStates = new Dictionary<string, string>
        {
            [TargetStates.Unknown] = "Not asked yet",
            [TargetStates.Ready] = "Ready",
            [TargetStates.Unreachable] = "Does not answer",
            [TargetStates.Refused] = "Refuses the account",
            [TargetStates.Mismatch] = "Not the system of this ledger",
        },
        Health = new Dictionary<string, string>
        {
            [HealthStates.Healthy] = "Healthy",
            [HealthStates.Running] = "Running",
            [HealthStates.Recovering] = "Recovering",
            [HealthStates.NeedsAction] = "Needs action",
            [HealthStates.Paused] = "Paused",
            [HealthStates.NeverRun] = "Never run",
        },
        Causes = new Dictionary<string, string>
        {
            [HealthCauses.Settings] = "Its settings or its manifest are wrong.",
            [HealthCauses.Fault] = "The source cannot be read.",
            [HealthCauses.Person] = "A person paused it.",
            [HealthCauses.Dead] = "Failed for good: {0}.",
            [HealthCauses.Quarantine] = "In quarantine: {0}.",
        },
        RunStates = new Dictionary<string, string>
        {
            [RunStates.Running] = "Running",
            [RunStates.Completed] = "Completed",
            [RunStates.Failed] = "Failed",
            [RunStates.Abandoned] = "Interrupted",
        },
        Stages = new Dictionary<string, string> { ["collect"] = "Collect", ["deliver"] = "Deliver", ["reconcile"] = "Reconcile" },
        Conservation = "Is anything lost?",
        ConservationHint = "Every record that was read, since the beginning, and what became of it",
        Balances = "Balances",
        DoesNotBalance = "Does not balance",
        Read = "Read",
        Unchanged = "Unchanged",
        Ignored = "Ignored",
        Quarantined = "Quarantined",
        Accepted = "Accepted",
        Acknowledged = "Acknowledged",
        Superseded = "Superseded",
        Pending = "Pending",
        Dead = "Dead",
        SinceStart = "Since the start ({0}): read {1}, accepted {2}, acknowledged {3}",
        QuarantineOpen = "Still in quarantine",
        Connectors = "Connectors",
        Connector = "Connector",
        Status = "Status",
        LastRead = "Last read",
        More = "More:",
        Delivery = "Delivery to the settlement system",
        Target = "System",
        Profile = "Profile",
        Environment = "Environment",
        Calls = "Calls",
        CallsValue = "{0} reads · {1} writes · {2} met a fault",
        StagesHint = "Since the start",
        Stage = "Stage",
        Records = "Records",
        PerSecond = "Per second",
        Reconciliation = "Last reconciliation",
        NoReconciliation = "There was none yet",
        Result = "Result",
        Differences = "Differences",
        NeedPerson = "Need a person",
        Repairs = "Repairs",
        Compared = "Compared one by one",
        ReconciliationCalls = "Calls",
        When = "At",
        QuarantineByCause = "Quarantine by cause",
        DeadByCause = "Dead by cause",
        Cause = "Cause",
        Count = "Count",
        Oldest = "Since",
        Nothing = "Nothing",
        Never = "never",
        Footer = "Version {0} · peak memory {1} MiB · updated {2}, reloads after 10 seconds",
        Skip = "Skip to content",
    };
}
