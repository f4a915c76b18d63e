using IntegrationHub.Cli;

return await HubCommand.RunAsync(args, Console.Out, Console.Error, TimeProvider.System);
