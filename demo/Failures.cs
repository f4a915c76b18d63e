using System.ComponentModel;
using System.Text.Json;

namespace IntegrationHub.Demo;

/// <summary>The failures that are no bug of the demo, each as one sentence for whoever started it.</summary>
internal static class Failures
{
    public static string? Sentence(Exception failure) => failure switch
    {
        DemoException or HttpRequestException => failure.Message,
        UnauthorizedAccessException => $"{failure.Message} Give a --state that may be written.",
        IOException => $"{failure.Message} Give another --state if it is the disk.",
        JsonException => $"an answer cannot be read: {failure.Message}",
        Win32Exception => $"a program cannot be started: {failure.Message} Is .NET's 'dotnet' on the PATH?",
        _ => null,
    };
}
