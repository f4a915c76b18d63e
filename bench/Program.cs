using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using IntegrationHub.Bench;
using IntegrationHub.Bench.Limit;
using IntegrationHub.Bench.Processes;
using IntegrationHub.Bench.Source;
using IntegrationHub.Bench.Target;
using IntegrationHub.Demo;

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
    switch (args)
    {
        case ["--help" or "-h" or "help"]:
            Console.WriteLine(IntegrationHub.Bench.Options.Usage);
            return 0;
        case ["source", var calendar]:
            await SourceServer.RunAsync(LicenceCalendar.Parse(calendar), ending.Token);
            return 0;
        case ["target", var batch, var delay]:
            await TargetServer.RunAsync(new(Whole(batch), TimeSpan.FromMilliseconds(Whole(delay))), ending.Token);
            return 0;
        case ["limit-once", var source, var target, var calendar, var batch]:
            var figures = await LimitRun.RunAsync(new(source), new(target), LicenceCalendar.Parse(calendar), Whole(batch), ending.Token);
            Console.WriteLine(JsonSerializer.Serialize(figures));
            return 0;
        default:
            return await Measurement.RunAsync(args, ending.Token);
    }
}
catch (Exception) when (ending.IsCancellationRequested)
{
    return 130;
}
catch (Exception e) when (e is BenchException || Failures.Sentence(e) is not null)
{
    Talk.Say($"bench: {e.Message} The logs are in {Scratch.Root}.");
    return 1;
}

static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
