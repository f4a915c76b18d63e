namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// An expected failure, named after what it means, as a value. The set is closed: a connector names the fault, the hub's policy
/// decides what follows. <see cref="Message"/> is for operators: what, where, what to do; never personal data, never a secret.
/// </summary>
public abstract record Fault
{
    private Fault(string message) => Message = message;

    /// <summary>One sentence for the operator.</summary>
    public string Message { get; }

    /// <summary>The name of the fault, as it stands in logs, the API and the database.</summary>
    public string Name => GetType().Name;

    /// <summary>It may work later: a refused connection, a time-out before anything was sent, a 5xx on a read.</summary>
    /// <param name="Message">One sentence for the operator.</param>
    public sealed record Transient(string Message) : Fault(Message);

    /// <summary>The other side asks to wait; holds for all calls to it.</summary>
    /// <param name="Until">When to come back.</param>
    /// <param name="Message">One sentence for the operator.</param>
    public sealed record Throttled(DateTimeOffset Until, string Message) : Fault(Message);

    /// <summary>The session has ended and one new sign-in did not help.</summary>
    /// <param name="Message">One sentence for the operator.</param>
    public sealed record AuthExpired(string Message) : Fault(Message);

    /// <summary>Wrong credentials or no right: asking again by itself would do harm (accounts get locked).</summary>
    /// <param name="Message">One sentence for the operator.</param>
    public sealed record AuthRefused(string Message) : Fault(Message);

    /// <summary>The target has the record already (an insert met an existing one).</summary>
    /// <param name="Message">One sentence for the operator.</param>
    public sealed record Duplicate(string Message) : Fault(Message);

    /// <summary>What must come before is not there yet (progress or an update of a dossier that the target does not have).</summary>
    /// <param name="Message">One sentence for the operator.</param>
    public sealed record OutOfOrder(string Message) : Fault(Message);

    /// <summary>The target holds a version that is not older than the one sent, with other content.</summary>
    /// <param name="Message">One sentence for the operator.</param>
    public sealed record NewerAtTarget(string Message) : Fault(Message);

    /// <summary>Refused for good: the same record will be refused again.</summary>
    /// <param name="Code">The other side's code.</param>
    /// <param name="Message">One sentence for the operator.</param>
    public sealed record Rejected(string Code, string Message) : Fault(Message);

    /// <summary>A write left the hub and no answer tells what became of it.</summary>
    /// <param name="Message">One sentence for the operator.</param>
    public sealed record UnknownOutcome(string Message) : Fault(Message);

    /// <summary>The other side no longer looks as agreed: a column, a member, a form is missing or changed.</summary>
    /// <param name="Message">One sentence for the operator, naming the column or member.</param>
    public sealed record Drift(string Message) : Fault(Message);
}
