using System.Globalization;
using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Server.Console.Status;

/// <summary>"Is anything wrong that needs me?", in the reader's language.</summary>
internal static class Sentence
{
    public static string Of(HubStatus status, int connectors, Texts texts)
    {
        var parts = new List<string>();
        if (!status.Balanced)
            parts.Add(texts.OutOfBalance);
        if (status.Target.State is TargetStates.Mismatch or TargetStates.Refused or TargetStates.Unreachable)
            parts.Add(texts.TargetStates[status.Target.State]);
        if (connectors == 0)
            parts.Add(texts.NoConnector);
        else if (status.Health.Healthy == connectors && parts.Count == 0)
            parts.Add(Say(texts.AllWell, connectors, connectors));
        else
            parts.AddRange(Counted(status.Health, connectors, texts));
        return string.Join(" · ", parts);
    }

    private static IEnumerable<string> Counted(HealthCounts counts, int connectors, Texts texts) =>
        from part in ((int Count, string Template)[])
            [(counts.NeedsAction, texts.NeedAction), (counts.Recovering, texts.Recovering), (counts.Paused, texts.Paused), (counts.NeverRun, texts.NeverRun), (counts.Healthy, texts.Healthy)]
        where part.Count > 0
        select Say(part.Template, part.Count, connectors);

    private static string Say(string template, int count, int of) => string.Format(CultureInfo.InvariantCulture, template, count, of);
}
