using IntegrationHub.Server.Commands;

return await HubServerCommand.RunAsync(args);
