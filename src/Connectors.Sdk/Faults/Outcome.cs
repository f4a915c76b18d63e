using System.Diagnostics.CodeAnalysis;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>A value, or the fault that stands in its place.</summary>
/// <typeparam name="T">The value's type.</typeparam>
public readonly record struct Outcome<T>
{
    private Outcome(T? value, Fault? fault) => (Value, Fault) = (value, fault);

    /// <summary>The value, when there is no fault.</summary>
    public T? Value { get; }

    /// <summary>The fault, when there is no value.</summary>
    public Fault? Fault { get; }

    /// <summary>Takes the outcome apart.</summary>
    /// <param name="value">The value, if it succeeded.</param>
    /// <param name="fault">The fault, if it failed.</param>
    /// <returns>Whether it succeeded.</returns>
    public bool Succeeded([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out Fault? fault)
    {
        (value, fault) = (Value, Fault);
        return Fault is null;
    }

    /// <summary>Makes an outcome of a value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Makes an outcome of a fault.</summary>
    /// <param name="fault">The fault.</param>
    public static implicit operator Outcome<T>(Fault fault) => new(default, fault);
}
