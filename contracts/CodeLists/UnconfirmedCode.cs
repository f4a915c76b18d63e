namespace IntegrationHub.Contracts;

/// <summary>A code that travels in packets and that nobody has confirmed: it is only in use, or assumed.</summary>
/// <param name="List">Its list, for example <c>sectors</c>.</param>
/// <param name="Entry">The entry; its <see cref="CodeEntry.Remark"/> says what is missing.</param>
public sealed record UnconfirmedCode(string List, CodeEntry Entry);
