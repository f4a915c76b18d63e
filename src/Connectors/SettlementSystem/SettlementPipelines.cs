using IntegrationHub.Connectors.Sdk;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using Answer = IntegrationHub.Connectors.SettlementSystem.Answer<IntegrationHub.Connectors.SettlementSystem.Envelope>;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>What Polly does inside one attempt, and no more: minutes and days are the outbox's affair.</summary>
internal sealed class SettlementPipelines
{
    private readonly ResiliencePipeline<Answer> reads;
    private readonly ResiliencePipeline<Answer> writes;

    public SettlementPipelines(SettlementOptions options, TimeProvider time, Random? random)
    {
        var retry = new RetryStrategyOptions<Answer>
        {
            // A time-out has taken long enough.
            ShouldHandle = attempt => new(attempt.Outcome.Result is { Fault: Fault.Transient, Reach: not Reach.TooLate }),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(500),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        };
        if (random is not null)
            retry.Randomizer = random.NextDouble;
        var timeout = new TimeoutStrategyOptions { Timeout = options.AttemptTimeout };

        reads = new ResiliencePipelineBuilder<Answer> { TimeProvider = time }.AddRetry(retry).AddTimeout(timeout).Build();
        writes = new ResiliencePipelineBuilder<Answer> { TimeProvider = time }.AddTimeout(timeout).Build();
    }

    public ResiliencePipeline<Answer> For(CallKind kind) => kind is CallKind.Read ? reads : writes;
}
