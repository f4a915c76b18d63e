using IntegrationHub.Contracts;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Architecture;

public sealed class ContractTests
{
    [Fact]
    public void Every_member_of_the_canonical_contract_has_a_data_class() =>
        ContractRules.Unclassified([typeof(Dossier), typeof(DossierChange), typeof(DossierProgress)]).ShouldBeEmpty();

    [Fact]
    public void A_member_without_a_data_class_is_caught_however_deep_it_lies() =>
        ContractRules.Unclassified([typeof(Outer)]).ShouldBe(["Inner.Forgotten has no data class"]);

    private sealed record Outer([property: Data(DataClass.Technical)] IReadOnlyList<Inner> Children);

    private sealed record Inner([property: Data(DataClass.Personal)] string Name, string Forgotten);
}
