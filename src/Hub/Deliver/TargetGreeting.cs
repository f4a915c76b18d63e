using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Hub.Deliver;

/// <summary>
/// Asks the target what it is as soon as the server runs, so that a wrong one is seen before anything is due. One that is down is
/// asked again until it has answered once, and stops nothing.
/// </summary>
internal sealed class TargetGreeting(TargetBinding binding, DeliveryGate gate, TimeProvider clock, ILogger<TargetGreeting> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await AnsweredAsync(stoppingToken) && gate.Shut is null)
            await Task.Delay(Pause, clock, stoppingToken);
    }

    private async Task<bool> AnsweredAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await binding.AskAsync(cancellationToken)).Fault is null;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.TargetNotAsked(log, failure);
            return false;
        }
    }
}
