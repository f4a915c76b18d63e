namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// Ability <c>callback</c>: the source calls the hub. The hub journals an accepted callback durably before it answers;
/// <see cref="ISourceConnector.ReadAsync"/> then reads the journal, so callbacks and polling meet in one flow.
/// </summary>
public interface ICallback
{
    /// <summary>
    /// Looks at a call: checks its secret, takes the secret out, and says how to answer. Does no I/O and interprets nothing else.
    /// </summary>
    /// <param name="request">The call.</param>
    /// <returns>What to journal and answer, or how to refuse.</returns>
    CallbackVerdict Receive(CallbackRequest request);

    /// <summary>The answer when the journal cannot be written now; the caller should try again.</summary>
    CallbackAnswer Unavailable { get; }
}

/// <summary>A call that a source made.</summary>
/// <param name="Name">The last segment of the path: the callback's name.</param>
/// <param name="Body">The body, at most the size the server allows.</param>
public sealed record CallbackRequest(string Name, ReadOnlyMemory<byte> Body);

/// <summary>An answer to a callback.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Json">The body, JSON.</param>
public sealed record CallbackAnswer(int StatusCode, string Json);

/// <summary>What to do with a callback.</summary>
public abstract record CallbackVerdict
{
    private CallbackVerdict()
    {
    }

    /// <summary>Journal it, then answer.</summary>
    /// <param name="Entry">What to journal; free of the secret.</param>
    /// <param name="Answer">The answer once it is durable.</param>
    public sealed record Accept(CallbackEntry Entry, CallbackAnswer Answer) : CallbackVerdict;

    /// <summary>Refuse it; nothing is journaled.</summary>
    /// <param name="Reason">Why, for the log; never the secret.</param>
    /// <param name="Answer">The answer.</param>
    public sealed record Refuse(string Reason, CallbackAnswer Answer) : CallbackVerdict;
}

/// <summary>A callback as it is journaled.</summary>
/// <param name="Name">The callback's name.</param>
/// <param name="Key">Its own id, or the SHA-256 of its body without the secret; a repetition has the same key.</param>
/// <param name="Content">The body as JSON text, without the secret.</param>
public sealed record CallbackEntry(string Name, string Key, string Content);

/// <summary>A journaled callback.</summary>
/// <param name="Sequence">Its place in the order of arrival.</param>
/// <param name="Entry">The callback.</param>
public sealed record JournaledCallback(long Sequence, CallbackEntry Entry);

/// <summary>The hub's durable journal of callbacks, as a connector reads it.</summary>
public interface ICallbackJournal
{
    /// <summary>Reads callbacks in their order of arrival, below the journal's commit-safe bound.</summary>
    /// <param name="connector">The connector's id.</param>
    /// <param name="after">The sequence after which to go on; 0 from the start.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>The callbacks.</returns>
    Task<IReadOnlyList<JournaledCallback>> ReadAsync(string connector, long after, int limit, CancellationToken cancellationToken);
}
