using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.EndToEnd.Tests.Api.Support;

/// <summary>An engine that does as it is told, or refuses as the test wants.</summary>
internal sealed class FakeControl : IHubControl
{
    public CommandProblem? Refusal { get; set; }

    public CheckResult Check { get; set; } = new(Samples.Land, true, null, "The source answers.", 0.1);

    public RetryResult Retry { get; set; } = new(2, 2, 0, "");

    public List<object> Asked { get; } = [];

    public Task<Reply<long>> StartRunAsync(string connector, CancellationToken cancellationToken) => Reply(connector, Samples.Run.Id);

    public Task<Reply<CheckResult>> CheckAsync(string connector, CancellationToken cancellationToken) => Reply(connector, Check);

    public Task<CommandProblem?> PauseAsync(string connector, string reason, CancellationToken cancellationToken) => Note((connector, reason));

    public Task<CommandProblem?> ResumeAsync(string connector, CancellationToken cancellationToken) => Note(connector);

    public Task<CommandProblem?> ResumeTargetAsync(CancellationToken cancellationToken) => Note("target");

    public Task<Reply<RetryResult>> RetryQuarantineAsync(QuarantineSelection selection, CancellationToken cancellationToken) => Reply(selection, Retry);

    public Task<Reply<RetryResult>> RetryDeadAsync(DeadSelection selection, CancellationToken cancellationToken) => Reply(selection, Retry);

    public Task<Reply<long>> StartReconciliationAsync(bool repair, CancellationToken cancellationToken) => Reply(repair, Samples.Reconciliation.Id);

    private Task<Reply<T>> Reply<T>(object asked, T value)
    {
        Asked.Add(asked);
        return Task.FromResult(Refusal is { } refusal ? refusal : (Reply<T>)value);
    }

    private Task<CommandProblem?> Note(object asked)
    {
        Asked.Add(asked);
        return Task.FromResult(Refusal);
    }
}
