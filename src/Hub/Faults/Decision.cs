namespace IntegrationHub.Hub.Faults;

/// <summary>What is to be done after a fault; a closed set.</summary>
/// <param name="Act">The act.</param>
/// <param name="At">When, for the acts that wait.</param>
internal readonly record struct Decision(Act Act, DateTimeOffset At = default)
{
    public static Decision RetryNow => new(Act.RetryNow);

    public static Decision HoldUntilPredecessor => new(Act.HoldUntilPredecessor);

    public static Decision Dead => new(Act.Dead);

    public static Decision PauseConnector => new(Act.PauseConnector);

    public static Decision RetryAt(DateTimeOffset at) => new(Act.RetryAt, at);

    public static Decision QueryFirst(DateTimeOffset at) => new(Act.QueryFirst, at);
}

internal enum Act
{
    /// <summary>Try again at once.</summary>
    RetryNow,

    /// <summary>Try again later.</summary>
    RetryAt,

    /// <summary>Ask the other side what it has, then decide.</summary>
    QueryFirst,

    /// <summary>Wait until the dossier that must come before has been acknowledged.</summary>
    HoldUntilPredecessor,

    /// <summary>It will not work by itself; a person must look. Nothing is thrown away.</summary>
    Dead,

    /// <summary>Stop talking to that system until a person has looked.</summary>
    PauseConnector,
}
