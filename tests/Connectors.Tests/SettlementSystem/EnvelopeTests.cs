using System.Text;
using IntegrationHub.Connectors.SettlementSystem;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.SettlementSystem;

public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("""{"error_code":"0","message":"","result":[]}""")]
    [InlineData("""{"error_code":"00","result":[{"a":"b"}],"more":"x"}""")]
    [InlineData("""{"error_code":"1","message":"no"}""")]
    [InlineData("""{"error_code":0,"result":[]}""")]
    public async Task The_agreed_envelope_is_taken(string body) => (await ReadAsync(body)).ShouldNotBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("<html></html>")]
    [InlineData("[]")]
    [InlineData("\"0\"")]
    [InlineData("{}")]
    [InlineData("""{"error_code":"","result":[]}""")]
    [InlineData("""{"error_code":null,"result":[]}""")]
    [InlineData("""{"error_code":"0","message":"an acceptance without a result"}""")]
    [InlineData("""{"error_code":"0","message":"","result":"text"}""")]
    [InlineData("""{"error_code":"0","message":"","session":"s"}""")]
    [InlineData("""{"error_code":"0","message":"","result":[]""")]
    [InlineData("""{"error_code":"0","error_code":"1","message":"","result":[]}""")]
    public async Task Anything_else_is_not(string body) => (await ReadAsync(body)).ShouldBeNull();

    private static Task<Envelope?> ReadAsync(string body) =>
        Envelope.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), "result", TestContext.Current.CancellationToken);
}
