using System.Diagnostics.CodeAnalysis;

namespace IntegrationHub.Hub.Views;

/// <summary>What a command gave, or what stood in its way.</summary>
public readonly record struct Reply<T>
{
    private Reply(T? value, CommandProblem? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }

    public CommandProblem? Problem { get; }

    public bool Succeeded([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out CommandProblem? problem)
    {
        (value, problem) = (Value, Problem);
        return Problem is null;
    }

    public static implicit operator Reply<T>(T value) => new(value, null);

    public static implicit operator Reply<T>(CommandProblem problem) => new(default, problem);
}

/// <summary>Why a command was not done.</summary>
/// <param name="Kind">What it means to the caller.</param>
/// <param name="Code">A stable kebab-case code.</param>
/// <param name="Detail">What is wrong and where; never personal data.</param>
/// <param name="Action">What to do.</param>
public sealed record CommandProblem(ProblemKind Kind, string Code, string Detail, string Action);

public enum ProblemKind
{
    /// <summary>There is no such thing.</summary>
    NotFound,

    /// <summary>It is there, but not in a state that allows it: running already, paused, not dead any more.</summary>
    Conflict,
}
