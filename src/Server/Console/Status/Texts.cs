using System.Globalization;

namespace IntegrationHub.Server.Console.Status;

/// <summary>The words of the status page in one language. Every language has every word, or it does not compile.</summary>
internal sealed record Texts
{
    public required string Language { get; init; }
    public required NumberFormatInfo Numbers { get; init; }
    public required string Title { get; init; }
    public required string Languages { get; init; }

    /// <summary>What each part of the headline says (<see cref="Contracts.Api.Headline"/>).</summary>
    public required IReadOnlyDictionary<string, string> Headline { get; init; }
    public required IReadOnlyDictionary<string, string> TargetStates { get; init; }
    public required IReadOnlyDictionary<string, string> Health { get; init; }

    /// <summary>What put a connector into its state (<see cref="Contracts.Api.HealthCauses"/>); {0} is how many.</summary>
    public required IReadOnlyDictionary<string, string> Causes { get; init; }
    public required IReadOnlyDictionary<string, string> RunStates { get; init; }
    public required IReadOnlyDictionary<string, string> Stages { get; init; }
    public required string Conservation { get; init; }
    public required string ConservationHint { get; init; }
    public required string Balances { get; init; }
    public required string DoesNotBalance { get; init; }
    public required string Read { get; init; }
    public required string Unchanged { get; init; }
    public required string Ignored { get; init; }
    public required string Quarantined { get; init; }
    public required string Accepted { get; init; }
    public required string Acknowledged { get; init; }
    public required string Superseded { get; init; }
    public required string Pending { get; init; }
    public required string Dead { get; init; }
    public required string SinceStart { get; init; }
    public required string QuarantineOpen { get; init; }
    public required string Connectors { get; init; }
    public required string Connector { get; init; }
    public required string Status { get; init; }
    public required string LastRead { get; init; }
    public required string More { get; init; }
    public required string Delivery { get; init; }
    public required string Target { get; init; }
    public required string Sending { get; init; }
    public required string SendingGoesOn { get; init; }
    public required string SendingStopped { get; init; }
    public required string SendingWaitsForAnswer { get; init; }
    public required string SendingWaitsAsAsked { get; init; }
    public required string Profile { get; init; }
    public required string Environment { get; init; }
    public required string Retries { get; init; }
    public required string RetriesValue { get; init; }
    public required string Calls { get; init; }
    public required string CallsValue { get; init; }
    public required string StagesHint { get; init; }
    public required string Stage { get; init; }
    public required string Records { get; init; }
    public required string PerSecond { get; init; }
    public required string Reconciliation { get; init; }
    public required string NoReconciliation { get; init; }
    public required string Result { get; init; }
    public required string Differences { get; init; }
    public required string NeedPerson { get; init; }
    public required string Repairs { get; init; }
    public required string Compared { get; init; }
    public required string ReconciliationCalls { get; init; }
    public required string When { get; init; }
    public required string QuarantineByCause { get; init; }
    public required string DeadByCause { get; init; }
    public required string Cause { get; init; }
    public required string Count { get; init; }
    public required string Oldest { get; init; }
    public required string Nothing { get; init; }
    public required string Never { get; init; }
    public required string Footer { get; init; }
    public required string Skip { get; init; }

    /// <summary>Vietnamese, unless another language is asked for.</summary>
    public static Texts Of(string? language) => language == EnglishTexts.Texts.Language ? EnglishTexts.Texts : VietnameseTexts.Texts;
}
