using System.Reflection;

namespace IntegrationHub.Hub.Tests.Contracts.Canonical;

public sealed class DataClassTests
{
    [Fact]
    public void Every_member_of_the_canonical_contract_has_a_data_class() => Unclassified(typeof(CanonicalRecord)).ShouldBeEmpty();

    [Fact]
    public void The_walk_reaches_every_kind_and_every_child() =>
        Reached(typeof(CanonicalRecord)).Select(type => type.Name).ShouldBe(
            [
                "CanonicalRecord", "Dossier", "DossierChange", "DossierProgress", "Envelope", "Fee", "FileReference", "Identity", "LaterFields",
                "OtherAttachment", "Party", "Procedure", "ResultPaper", "StatusCondition", "SubmittedPaper", "SupplementRound",
            ],
            ignoreOrder: true);

    [Fact]
    public void A_planted_member_without_a_class_is_found_however_deep() =>
        Unclassified(typeof(Planted)).ShouldBe(["PlantedChild.Name"]);

    private static IEnumerable<string> Unclassified(Type root) =>
        from type in Reached(root)
        from member in Members(type)
        where member.GetCustomAttribute<DataAttribute>() is null
        select $"{type.Name}.{member.Name}";

    internal static HashSet<Type> Reached(Type root)
    {
        var found = new HashSet<Type>();
        var open = new Queue<Type>([root, .. root.Assembly.GetTypes().Where(type => type.BaseType == root)]);
        while (open.TryDequeue(out var type))
            if (found.Add(type))
                foreach (var member in Members(type))
                    if (ElementOf(member.PropertyType) is { IsClass: true } child && child != typeof(string))
                        open.Enqueue(child);
        return found;
    }

    internal static IEnumerable<PropertyInfo> Members(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.SetMethod is { IsPublic: true });

    private static Type ElementOf(Type type) => type.IsGenericType ? type.GetGenericArguments()[0] : type;

    private sealed record Planted
    {
        [Data(DataClass.Technical)]
        public IReadOnlyList<PlantedChild> Children { get; init; } = [];
    }

    private sealed record PlantedChild
    {
        [Data(DataClass.Technical)]
        public int Count { get; init; }

        public string? Name { get; init; }
    }
}
