using System.Text.Json;
using IntegrationHub.Demo.Compare;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Demo;

public sealed class PacketTests
{
    [Theory]
    [InlineData("""{"a":"1","b":"2"}""", """{"b":"2","a":"1"}""")]
    [InlineData("""{"a":"1"}""", """{"a":"1","b":"","c":[],"d":{},"e":null,"f":[{"g":""}]}""")]
    [InlineData("""{"a":"1"}""", """{"a":"1","PhienBan":"7","nguon":"x"}""")]
    [InlineData("""{"a":[{"b":"1","c":""}]}""", """{"a":[{},{"b":"1"}]}""")]
    public void Packets_that_say_the_same_are_equal(string one, string other) => Difference(one, other).ShouldBeNull();

    [Theory]
    [InlineData("""{"a":"1"}""", """{"a":"2"}""", "/a")]
    [InlineData("""{"a":"1"}""", """{}""", "/a")]
    [InlineData("""{}""", """{"a":"1"}""", "/a")]
    [InlineData("""{"a":"1"}""", """{"a":1}""", "/a")]
    [InlineData("""{"a":["1","2"]}""", """{"a":["2","1"]}""", "/a/0")]
    [InlineData("""{"a":["1"]}""", """{"a":["1","2"]}""", "/a/1")]
    [InlineData("""{"a":[{"b":"1"}]}""", """{"a":[{"b":"2"}]}""", "/a/0/b")]
    [InlineData("""{"a":[{"nguon":"1"}]}""", """{"a":[{}]}""", "/a/0")]
    [InlineData("""{"a":"\u1EC5"}""", """{"a":"\u00EA\u0303"}""", "/a")]
    public void Packets_that_differ_are_told_by_the_first_member_that_does(string one, string other, string pointer) =>
        Difference(one, other).ShouldBe(pointer);

    private static string? Difference(string one, string other)
    {
        using var first = JsonDocument.Parse(one);
        using var second = JsonDocument.Parse(other);
        return Packets.FirstDifference(first.RootElement, second.RootElement);
    }
}
