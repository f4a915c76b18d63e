namespace IntegrationHub.Contracts.Api;

/// <summary>Why a request was not done (RFC 9457, <c>application/problem+json</c>). It never holds personal values or a stack.</summary>
/// <param name="Type">The stable name of the kind of problem, <c>urn:integrationhub:error:{code}</c>.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A stable kebab-case code.</param>
/// <param name="Detail">What is wrong and where.</param>
/// <param name="Action">What to do about it.</param>
/// <param name="TraceId">What to search for in the server's log.</param>
/// <param name="Retryable">Whether the same request may work later.</param>
/// <param name="Errors">The members of the request that are wrong, by JSON pointer.</param>
public sealed record ApiProblem(
    string Type,
    string Title,
    int Status,
    string Code,
    string Detail,
    string Action,
    string TraceId,
    bool Retryable,
    IReadOnlyList<ApiProblemItem>? Errors = null);

/// <summary>A member of the request that is wrong.</summary>
public sealed record ApiProblemItem
{
    /// <summary>JSON pointer into the body, or the name of the query parameter.</summary>
    public required string Pointer { get; init; }

    /// <summary>What is wrong with it.</summary>
    public required string Message { get; init; }
}
