using CsCheck;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Tests.Contracts.Packets;

public sealed class Hash256Tests
{
    private static readonly Gen<Hash256> Hashes = Gen.Byte.Array[Hash256.Size].Select(bytes => Hash256.FromBytes(bytes));

    [Fact]
    public void The_hash_of_abc_is_the_one_of_FIPS_180() =>
        Hash256.Of("abc"u8).ToString().ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    [Fact]
    public void Zero_is_64_zeros_and_the_default()
    {
        Hash256.Zero.ToString().ShouldBe(new string('0', 64));
        Hash256.Zero.ShouldBe(default);
    }

    [Fact]
    public void Text_and_bytes_give_the_same_value_back() => Hashes.Sample(hash =>
    {
        var bytes = new byte[Hash256.Size];
        hash.CopyTo(bytes);
        Hash256.Parse(hash.ToString()).ShouldBe(hash);
        Hash256.FromBytes(bytes).ShouldBe(hash);
        hash.ToString().ShouldBe(Convert.ToHexStringLower(bytes));
    });

    [Fact]
    public void Joining_is_its_own_inverse_and_knows_no_order() => Gen.Select(Hashes, Hashes).Sample((left, right) =>
    {
        (left ^ right ^ right).ShouldBe(left);
        (left ^ right).ShouldBe(right ^ left);
        (left ^ left).ShouldBe(Hash256.Zero);
        (left == right).ShouldBe(left.ToString() == right.ToString());
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ag")]
    public void What_is_not_64_lower_case_hex_digits_is_no_hash(string? text)
    {
        Hash256.TryParse(text, out var hash).ShouldBeFalse();
        hash.ShouldBe(Hash256.Zero);
    }
}
