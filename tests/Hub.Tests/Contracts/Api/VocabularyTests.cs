using IntegrationHub.Contracts.Api;
using IntegrationHub.Hub.Store;
using IntegrationHub.Hub.Tests.Contracts.Schema;
using OutboxRow = IntegrationHub.Contracts.Api.OutboxRow;

namespace IntegrationHub.Hub.Tests.Contracts.Api;

/// <summary>A client of the API learns every value of a closed vocabulary from the description, not from the code.</summary>
public sealed class VocabularyTests
{
    [Fact]
    public void Every_kind_of_difference_is_told() =>
        Untold<DifferenceView>(nameof(DifferenceView.Kind), Enum.GetValues<DifferenceKind>().Select(kind => kind.Name())).ShouldBeEmpty();

    [Fact]
    public void Every_fault_is_told_wherever_one_is_named()
    {
        var faults = typeof(Fault).GetNestedTypes().Select(fault => fault.Name).ToList();
        Untold<RunView>(nameof(RunView.Fault), faults).ShouldBeEmpty();
        Untold<ReconciliationView>(nameof(ReconciliationView.Fault), faults).ShouldBeEmpty();
        Untold<OutboxRow>(nameof(OutboxRow.Fault), faults).ShouldBeEmpty();
    }

    private static IEnumerable<string> Untold<T>(string member, IEnumerable<string> words) =>
        words.Except(XmlDocs.SummaryOf(typeof(T).GetProperty(member)!).Text.Split(' ').Select(word => word.Trim(',', '.', ':', '(', ')')));
}
