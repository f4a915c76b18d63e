using System.Reflection;
using IntegrationHub.Contracts;

namespace IntegrationHub.EndToEnd.Tests.Architecture;

/// <summary>Every member that a canonical record can carry says how carefully it must be handled.</summary>
internal static class ContractRules
{
    public static IEnumerable<string> Unclassified(IEnumerable<Type> records) =>
        from type in Reachable(records)
        from member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where !member.IsDefined(typeof(DataAttribute), inherit: true)
        select $"{type.Name}.{member.Name} has no data class";

    /// <summary>The records and all types of ours that their members hold.</summary>
    private static HashSet<Type> Reachable(IEnumerable<Type> records)
    {
        var seen = new HashSet<Type>();
        var open = new Stack<Type>(records);
        while (open.TryPop(out var type))
            if (IsOurs(type) && seen.Add(type))
                foreach (var next in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(p => Parts(p.PropertyType)).Append(type.BaseType!))
                    open.Push(next);
        return seen;
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts) : [Nullable.GetUnderlyingType(type) ?? type];

    /// <summary>Value types with their own text form (partial dates) are leaves.</summary>
    private static bool IsOurs(Type type) =>
        type is { IsClass: true, Namespace: { } name } && name.StartsWith("IntegrationHub.", StringComparison.Ordinal);
}
