using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly;
using Polly.Retry;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// Makes calls that only read, whatever their method: a transient fault is tried again twice within the attempt, after pauses of a
/// second or two in all. A time-out is not: it has taken long enough, and longer waits are the hub's affair. Never for a call with
/// effects.
/// </summary>
public sealed class HttpReads
{
    private readonly TimeProvider clock;
    private readonly string where;
    private readonly ResiliencePipeline pipeline;

    /// <summary>Prepares calls to one source.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="where">The source, for messages: its title and host.</param>
    public HttpReads(TimeProvider clock, string where)
    {
        (this.clock, this.where) = (clock, where);
        var retry = new RetryStrategyOptions
        {
            ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Result is IFaulty { Fault: Fault.Transient }),
            MaxRetryAttempts = 2,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromMilliseconds(200),
        };
        pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }.AddRetry(retry).Build();
    }

    private interface IFaulty
    {
        Fault? Fault { get; }
    }

    /// <summary>Makes a call and reads its JSON answer.</summary>
    /// <typeparam name="T">The answer's type.</typeparam>
    /// <param name="call">The call; made again when it met a transient fault that is no time-out.</param>
    /// <param name="type">How the answer is read.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, or the fault.</returns>
    public Task<Outcome<HttpAnswer<T>>> ReadAsync<T>(
        Func<CancellationToken, Task<HttpResponseMessage>> call, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        ReadAsync(call, json => JsonSerializer.Deserialize(json, type), cancellationToken);

    /// <summary>Makes a call and has its JSON answer read, for answers of which most is taken over as it came.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="call">The call; made again when it met a transient fault that is no time-out.</param>
    /// <param name="reading">Reads the answer.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer, or the fault.</returns>
    public async Task<Outcome<HttpAnswer<T>>> ReadAsync<T>(
        Func<CancellationToken, Task<HttpResponseMessage>> call, JsonReading<T> reading, CancellationToken cancellationToken)
    {
        try
        {
            var attempted = await pipeline.ExecuteAsync(
                async token => new Attempt<T>(await HttpAttempt.MakeAsync(call, reading, clock, where, token)), cancellationToken);
            return attempted.Outcome;
        }
        catch (Exception failure)
            when (!cancellationToken.IsCancellationRequested && HttpFailure.Cause(failure) is OperationCanceledException late)
        {
            return HttpAttempt.NoAnswer(late, where);
        }
    }

    private sealed record Attempt<T>(Outcome<HttpAnswer<T>> Outcome) : IFaulty
    {
        public Fault? Fault => Outcome.Fault;
    }
}
