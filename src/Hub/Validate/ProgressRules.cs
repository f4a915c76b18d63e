using IntegrationHub.Contracts;

namespace IntegrationHub.Hub.Validate;

/// <summary>What a processing step must keep. Its due date may lie ahead.</summary>
internal static class ProgressRules
{
    public static void Check(DossierProgress progress, Findings findings)
    {
        findings.Text(progress.Officer, "/officer", Limits.Officer);
        findings.Text(progress.Title, "/title");
        findings.NotInFuture(progress.At, "/at");
        findings.Text(progress.Office, "/office");
        findings.Text(progress.Content, "/content");
        findings.Known<DossierStatus>(progress.Status, "/status");
        findings.NotInFuture(progress.StartedAt, "/startedAt");
        findings.Instant(progress.DueAt, "/dueAt");
    }
}
