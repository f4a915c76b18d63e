namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>What one HTTP exchange came to, reduced to what decides.</summary>
internal abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>The envelope that was agreed, and why it refuses, in words that may be shown.</summary>
    public sealed record Answered(Envelope Envelope, string Message = "") : Reply;

    /// <summary>Another HTTP status than success, and how long the target asks to wait, if it says so.</summary>
    public sealed record Status(int Code, TimeSpan? Wait = null) : Reply;

    /// <summary>Success by its status, but not the envelope: an HTML page, half a JSON text, another system's answer.</summary>
    public sealed record Strange : Reply;

    /// <summary>The connection was refused, reset or cut.</summary>
    public sealed record Broken(string How, bool Left) : Reply;

    /// <summary>No whole answer in time.</summary>
    public sealed record TimedOut(bool Left) : Reply;

    /// <summary>The caller gave up.</summary>
    public sealed record Abandoned(bool Left) : Reply;
}
