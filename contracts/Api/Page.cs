namespace IntegrationHub.Contracts.Api;

/// <summary>One page of a list. The order is stable: what is added later never moves an item to another page.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items.</param>
/// <param name="Next">What to give as <c>after</c> to go on; <see langword="null"/> at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long? Next);
