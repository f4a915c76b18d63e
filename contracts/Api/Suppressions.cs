using System.Diagnostics.CodeAnalysis;

[assembly: SuppressMessage("Naming", "CA1720", Scope = "namespaceanddescendants", Target = "~N:IntegrationHub.Contracts.Api", Justification = "A JSON pointer is called so by RFC 6901.")]
