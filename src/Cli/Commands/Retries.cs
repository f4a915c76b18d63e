using IntegrationHub.Contracts.Api;

namespace IntegrationHub.Cli.Commands;

/// <summary>What a retry did, and what that means to a script.</summary>
internal static class Retries
{
    public static int Show(Session session, RetryResult result)
    {
        session.Show(result, table =>
        {
            table.Facts(("matched", result.Matched), ("retried", result.Retried), ("failed", result.Failed));
            table.Line(result.Message);
        });
        return result.Failed > 0 ? ExitCodes.PartlyFailed : ExitCodes.Ok;
    }
}
