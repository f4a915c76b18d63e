namespace IntegrationHub.Sim.Settlement;

/// <summary>Ends the program when standard input does: whoever started it is gone.</summary>
internal sealed class ParentWatch(IHostApplicationLifetime life) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(Stream.Null, stoppingToken);
        life.StopApplication();
    }
}
