using System.Net.Http.Headers;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>How long the other side asks to be left alone: the header <c>Retry-After</c>, within bounds.</summary>
public static class RetryAfter
{
    /// <summary>Whoever asks for more is asked again after this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>Reads the header: seconds, or a date by the clock of the one who answered, so that a skew does not count.</summary>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="now">The present time, for an answer that does not tell its own.</param>
    /// <returns>The wait, from nothing to <see cref="Longest"/>; <see langword="null"/> when none is asked for.</returns>
    public static TimeSpan? Of(HttpResponseHeaders headers, DateTimeOffset now) => headers.RetryAfter switch
    {
        { Delta: { } delta } => Bounded(delta),
        { Date: { } date } => Bounded(date - (headers.Date ?? now)),
        _ => null,
    };

    private static TimeSpan Bounded(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
}
