using IntegrationHub.Sim.Sources;

if (SourcesOptions.Read(args, Environment.GetEnvironmentVariable) is not { } options)
{
    await Console.Error.WriteLineAsync($"usage: {SourcesOptions.Usage}");
    return 2;
}

if (SourcesApp.TryBuild(options, TimeProvider.System, out var refusal) is not { } built)
{
    await Console.Error.WriteLineAsync(refusal);
    return 2;
}

await using var app = built;
await app.StartAsync();
Console.WriteLine($$"""{"listening":"{{app.Urls.First()}}"}""");
await Console.Out.FlushAsync();
if (options.DieWithParent) Parent.WhenGone(app.Lifetime.StopApplication);
await app.WaitForShutdownAsync();
return 0;
