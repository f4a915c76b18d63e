using IntegrationHub.Connectors.Sdk;
using System.Threading.RateLimiting;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using Answer = IntegrationHub.Connectors.SettlementSystem.Answer<IntegrationHub.Connectors.SettlementSystem.Envelope>;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>
/// What Polly does inside one attempt, and no more: minutes and days are the outbox's affair. Calls take turns at the connections; one
/// that waits for its turn has not begun, so its time has not either.
/// </summary>
internal sealed class SettlementPipelines : IDisposable
{
    private readonly ConcurrencyLimiter connections;
    private readonly ConcurrencyLimiter reading;
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

        // However many pages look something up while a reconciliation compares: a quarter is left to delivery.
        connections = Limit(options.MaxConnections);
        reading = Limit(Math.Max(options.MaxConnections * 3 / 4, 1));
        reads = new ResiliencePipelineBuilder<Answer> { TimeProvider = time }
            .AddRetry(retry).AddRateLimiter(reading).AddRateLimiter(connections).AddTimeout(timeout).Build();
        writes = new ResiliencePipelineBuilder<Answer> { TimeProvider = time }.AddRateLimiter(connections).AddTimeout(timeout).Build();
    }

    public void Dispose()
    {
        connections.Dispose();
        reading.Dispose();
    }

    public ResiliencePipeline<Answer> For(CallKind kind) => kind is CallKind.Read ? reads : writes;

    // Nobody is turned away: whoever may wait is bounded by the ranges, the sources and one reconciliation.
    private static ConcurrencyLimiter Limit(int calls) =>
        new(new() { PermitLimit = calls, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
}
