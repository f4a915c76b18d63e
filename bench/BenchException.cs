namespace IntegrationHub.Bench;

/// <summary>Ends the bench with one clear sentence and exit code 1.</summary>
internal sealed class BenchException(string message) : Exception(message);
