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
    [InlineData("""{"error_code":"1","message":"no","result":[]}""")]
    [InlineData("""{"error_code":"401","message":"it has ended"}""")]
    [InlineData("""{"error_code":"403"}""")]
    [InlineData("""{"error_code":"1","message":"\ud800","result":[]}""")]
    [InlineData("""{"error_code":"1","message":7,"result":[]}""")]
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
    [InlineData("""{"error_code":"1","message":"a refusal without a result"}""")]
    [InlineData("""{"error_code":"2","message":"a refusal without a result"}""")]
    [InlineData("""{"error_code":"1","message":"no","result":null}""")]
    [InlineData("""{"error_code":"\ud800","message":"","result":[]}""")]
    [InlineData("""{"\ud800":"","error_code":"\ud800","result":[]}""")]
    [InlineData("""{"error_code":"0","message":"","result":"text"}""")]
    [InlineData("""{"error_code":"0","message":"","session":"s"}""")]
    [InlineData("""{"error_code":"0","message":"","result":[]""")]
    [InlineData("""{"error_code":"0","error_code":"1","message":"","result":[]}""")]
    public async Task Anything_else_is_not(string body) => (await ReadAsync(body)).ShouldBeNull();

    [Fact]
    public async Task Words_that_are_no_text_are_no_words()
    {
        (await ReadAsync("""{"error_code":"1","message":"\ud800","result":[]}""")).ShouldNotBeNull().Message.ShouldBe("");
        (await ReadAsync("""{"\ud800":"","error_code":"1","message":7,"result":[]}"""))?.Message.ShouldBe("");
    }

    [Theory]
    [InlineData("""{"error_code":"1","message":"no"}""", true)]
    [InlineData("""{"error_code":"0","session":"s"}""", true)]
    [InlineData("""{"error_code":"0","session":""}""", false)]
    [InlineData("""{"error_code":"0","session":"\udc00"}""", false)]
    [InlineData("""{"error_code":"0","result":[]}""", false)]
    public async Task A_sign_in_gives_a_session_or_a_refusal(string body, bool taken) =>
        (await ReadAsync(body, "session") is not null).ShouldBe(taken);

    private static Task<Envelope?> ReadAsync(string body, string payload = "result") =>
        Envelope.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), payload, TestContext.Current.CancellationToken);
}
