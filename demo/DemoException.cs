namespace IntegrationHub.Demo;

/// <summary>Ends the demo with one clear sentence and exit code 1.</summary>
internal sealed class DemoException(string message) : Exception(message);
