global using IntegrationHub.Connectors.Sdk;
global using IntegrationHub.Contracts;
global using IntegrationHub.Hub.Tests.Support;
global using Shouldly;
global using Xunit;
