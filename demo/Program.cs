using System.Runtime.InteropServices;
using IntegrationHub.Demo;

if (args is ["--help" or "-h" or "help"])
{
    Console.WriteLine(Options.Usage);
    return 0;
}

var (options, problem) = Options.Parse(args);
if (options is null)
{
    Talk.Say($"demo: {problem} All options: dotnet run --project demo -- --help");
    return 2;
}

using var ending = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
void End(PosixSignalContext signal)
{
    signal.Cancel = true;
    ending.Cancel();
}

try
{
    return await Demonstration.RunAsync(options, ending.Token);
}
catch (Exception) when (ending.IsCancellationRequested)
{
    Talk.Say("ended.");
    return options.Once ? 130 : 0;
}
catch (Exception e) when (Failures.Sentence(e) is { } sentence)
{
    Talk.Say($"demo: {sentence}");
    return 1;
}
