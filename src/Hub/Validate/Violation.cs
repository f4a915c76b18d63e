namespace IntegrationHub.Hub.Validate;

/// <summary>One breach of the canonical contract.</summary>
/// <param name="Rule">The rule's name, kebab-case, stable: quarantine entries are grouped by it.</param>
/// <param name="Pointer">Where, as a JSON pointer into the canonical record.</param>
/// <param name="Message">What is wrong and what to do; never a value of the record, for it may be personal.</param>
internal sealed record Violation(string Rule, string Pointer, string Message);
