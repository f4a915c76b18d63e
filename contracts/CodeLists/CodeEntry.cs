namespace IntegrationHub.Contracts;

/// <summary>One entry of a code list.</summary>
/// <param name="Code">The code.</param>
/// <param name="Name">What it stands for.</param>
/// <param name="Validity">When it holds.</param>
/// <param name="Source">Where the entry comes from.</param>
/// <param name="Confidence">How far it can be relied on.</param>
/// <param name="Remark">What is to be minded or missing, for people; may be empty.</param>
public sealed record CodeEntry(string Code, string Name, Validity Validity, string Source, Confidence Confidence, string Remark);
