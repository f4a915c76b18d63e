using System.Net;
using IntegrationHub.Connectors.Sdk;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace IntegrationHub.Connectors.Tests.Http;

public sealed class HttpFaultsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 3, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(429, null, null, 30)]
    [InlineData(429, "7", null, 7)]
    [InlineData(503, "7", null, 7)]
    [InlineData(429, "Wed, 04 Mar 2026 05:02:00 GMT", "Wed, 04 Mar 2026 05:00:00 GMT", 120)]
    [InlineData(429, "Wed, 04 Mar 2026 03:02:00 GMT", null, 120)]
    [InlineData(429, "Wed, 04 Mar 2026 04:59:00 GMT", "Wed, 04 Mar 2026 05:00:00 GMT", 0)]
    [InlineData(429, "2147483647", null, 86400)]
    [InlineData(503, "Fri, 31 Dec 9999 23:59:59 GMT", "Wed, 04 Mar 2026 05:00:00 GMT", 86400)]
    [InlineData(429, "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", 86400)]
    [InlineData(429, "Mon, 01 Jan 0001 00:00:00 GMT", "Fri, 31 Dec 9999 23:59:59 GMT", 0)]
    public void A_source_is_waited_for_as_long_as_it_asks_but_for_no_more_than_a_day(int status, string? after, string? date, int seconds)
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status);
        if (after is not null)
            response.Headers.Add("Retry-After", after);
        if (date is not null)
            response.Headers.Add("Date", date);
        HttpFaults.Of(response, new FakeTimeProvider(Now), "the source").ShouldBeOfType<Fault.Throttled>()
            .Until.ShouldBe(Now.AddSeconds(seconds));
    }
}
