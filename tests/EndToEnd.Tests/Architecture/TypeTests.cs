using ArchUnitNET.Fluent;
using Shouldly;
using Xunit;

namespace IntegrationHub.EndToEnd.Tests.Architecture;

public sealed class TypeTests
{
    private const string Planted = "IntegrationHub.EndToEnd.Tests.Architecture.Planted";

    [Fact]
    public void The_flow_knows_no_Quartz_Dapper_Refit_ADO_or_HttpClient() =>
        Violations(TypeRules.FlowKnowsNoMachinery("IntegrationHub.Hub.Flow"), Ours.Code).ShouldBeEmpty();

    [Fact]
    public void A_flow_that_calls_HttpClient_is_caught() =>
        Violations(TypeRules.FlowKnowsNoMachinery($"{Planted}.Flow"), Ours.Breaches).ShouldHaveSingleItem();

    [Fact]
    public void Mapping_does_no_input_or_output() =>
        Violations(TypeRules.MappingDoesNoInputOrOutput("IntegrationHub.Connectors"), Ours.Code).ShouldBeEmpty();

    [Fact]
    public void A_mapping_that_reads_a_file_or_the_clock_is_caught() =>
        Violations(TypeRules.MappingDoesNoInputOrOutput($"{Planted}.Connectors"), Ours.Breaches).Count().ShouldBe(2);

    [Fact]
    public void The_hub_does_not_know_the_connectors() =>
        Violations(TypeRules.DoesNotKnow("IntegrationHub.Hub", "IntegrationHub.Connectors"), Ours.Code).ShouldBeEmpty();

    [Fact]
    public void The_connectors_do_not_know_the_hub() =>
        Violations(TypeRules.DoesNotKnow("IntegrationHub.Connectors", "IntegrationHub.Hub"), Ours.Code).ShouldBeEmpty();

    [Fact]
    public void A_hub_that_knows_a_connector_is_caught() =>
        Violations(TypeRules.DoesNotKnow($"{Planted}.Flow", $"{Planted}.Connectors"), Ours.Breaches).ShouldHaveSingleItem();

    [Fact]
    public void Connectors_do_not_use_each_other() =>
        TypeRules.ConnectorsUsingEachOther(Ours.Code, "IntegrationHub.Connectors").ShouldBeEmpty();

    [Fact]
    public void A_connector_that_uses_another_is_caught() =>
        TypeRules.ConnectorsUsingEachOther(Ours.Breaches, $"{Planted}.Connectors").Distinct().ShouldHaveSingleItem();

    [Fact]
    public void Classes_are_sealed() => TypeRules.Unsealed([.. Ours.Product.SelectMany(Ours.Types)]).ShouldBeEmpty();

    [Fact]
    public void An_open_class_is_caught() =>
        TypeRules.Unsealed([typeof(Planted.Flow.Open), typeof(Planted.Flow.Derived)]).ShouldBe([$"{typeof(Planted.Flow.Open).FullName} is not sealed"]);

    [Fact]
    public void Types_of_hub_and_connectors_are_internal_unless_the_server_needs_them() =>
        TypeRules.PublicWithoutNeed(
            [.. Public(Ours.Hub), .. Public(Ours.Connectors)], Ours.Code,
            user: type => type.Assembly.Name.StartsWith("hub-server", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void A_public_type_that_nobody_needs_is_caught_behind_a_composition_root_too() =>
        TypeRules.PublicWithoutNeed(
            [
                typeof(Planted.Flow.Open), typeof(Planted.Connectors.Land.LandRules), typeof(Planted.Root.Composition),
                typeof(Planted.Root.Met), typeof(Planted.Root.Hidden),
            ],
            Ours.Breaches,
            user: type => type.Namespace.FullName == $"{Planted}.Connectors.Permits").ShouldBe(
            [
                $"{typeof(Planted.Flow.Open).FullName} is public, and no other assembly needs it",
                $"{typeof(Planted.Root.Hidden).FullName} is public, and no other assembly needs it",
            ]);

    private static IEnumerable<Type> Public(System.Reflection.Assembly assembly) => Ours.Types(assembly).Where(t => t.IsPublic);

    private static IEnumerable<string> Violations(IArchRule rule, ArchUnitNET.Domain.Architecture code) =>
        rule.Evaluate(code).Where(result => !result.Passed).Select(result => result.Description);
}
