using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using Type = System.Type;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace IntegrationHub.EndToEnd.Tests.Architecture;

/// <summary>Rules over compiled types. Each takes the names it speaks of, so that a planted breach answers to the same rule.</summary>
internal static partial class TypeRules
{
    private const string InputAndOutput = @"^(Quartz|Dapper|Refit|System\.Data|Microsoft\.Data|Npgsql|System\.Net|System\.IO)(\.|$)";

    /// <summary>The flow reads top to bottom and names stages, not machinery.</summary>
    public static IArchRule FlowKnowsNoMachinery(string flow) =>
        Types().That().ResideInNamespaceMatching($"^{Regex.Escape(flow)}$")
            .Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(InputAndOutput);

    /// <summary>A mapping is pure: the same record always gives the same result.</summary>
    public static IArchRule MappingDoesNoInputOrOutput(string connectors) =>
        Classes().That().ResideInNamespaceMatching($@"^{Regex.Escape(connectors)}\.").And().HaveNameEndingWith("Mapping")
            .Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching(InputAndOutput)
            .AndShould().NotDependOnAnyTypesThat().HaveFullNameMatching(@"^System\.(TimeProvider|Random|Environment|Threading\.Tasks\.Task.*)$");

    public static IArchRule DoesNotKnow(string one, string other) =>
        Types().That().ResideInNamespaceMatching($@"^{Regex.Escape(one)}(\.|$)")
            .Should().NotDependOnAnyTypesThat().ResideInNamespaceMatching($@"^{Regex.Escape(other)}(\.(?!Sdk)|$)");

    /// <summary>Connectors do not use each other; what two of them need belongs into the SDK.</summary>
    public static IEnumerable<string> ConnectorsUsingEachOther(ArchUnitNET.Domain.Architecture code, string connectors) =>
        from type in code.Types
        let own = ConnectorOf(type, connectors)
        where own is not null
        from dependency in type.Dependencies
        let other = ConnectorOf(dependency.Target, connectors)
        where other is not null && other != own
        select $"{type.FullName} uses {dependency.Target.FullName}";

    private static string? ConnectorOf(IType type, string connectors) =>
        type.Namespace?.FullName is { } name
        && name.StartsWith($"{connectors}.", StringComparison.Ordinal)
        && name[(connectors.Length + 1)..].Split('.')[0] is var folder and not "Sdk"
            ? folder
            : null;

    /// <summary>A class that nobody derives from is sealed.</summary>
    public static IEnumerable<string> Unsealed(IReadOnlyCollection<Type> types)
    {
        var bases = types.Select(t => t.BaseType).OfType<Type>().Select(t => t.IsGenericType ? t.GetGenericTypeDefinition() : t).ToHashSet();
        return from type in types
               where type is { IsClass: true, IsSealed: false, IsAbstract: false } && !bases.Contains(type) && !Generated(type)
               select $"{type.FullName} is not sealed";
    }

    /// <summary>
    /// A type is public only if another assembly uses it, or meets it in the signature of a public type that it uses. What only
    /// bodies speak of could be internal: following them would find everything behind a composition root needed.
    /// </summary>
    public static IEnumerable<string> PublicWithoutNeed(
        IReadOnlyCollection<Type> publicTypes, ArchUnitNET.Domain.Architecture code, Func<IType, bool> user)
    {
        var byName = publicTypes.ToDictionary(t => t.FullName!);
        var needed = new HashSet<Type>();
        var open = new Queue<Type>(
            from type in code.Types.Where(user)
            from dependency in type.Dependencies
            let used = byName.GetValueOrDefault(dependency.Target.FullName.Split('+')[0])
            where used is not null
            select used);
        while (open.TryDequeue(out var type))
            if (needed.Add(type))
                foreach (var met in Signature(type).SelectMany(Parts).Where(publicTypes.Contains))
                    open.Enqueue(met);
        return from type in publicTypes
               where !needed.Contains(type) && !Generated(type) && !HoldsOnlyConstants(type)
               select $"{type.FullName} is public, and no other assembly needs it";
    }

    // What the compiler insists on: base, interfaces, and whatever a public member takes or gives.
    private static IEnumerable<Type> Signature(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : (Type[])[],
        .. type.GetInterfaces(),
        .. type.GetFields(Own).Select(f => f.FieldType),
        .. type.GetConstructors(Own).SelectMany(c => c.GetParameters()).Select(p => p.ParameterType),
        .. type.GetMethods(Own).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)),
        .. type.GetNestedTypes(BindingFlags.Public).SelectMany(Signature),
    ];

    private static IEnumerable<Type> Parts(Type type) =>
        type.GetElementType() is { } element ? Parts(element)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];

    // A constant is copied to where it is used and leaves no trace of its type.
    private static bool HoldsOnlyConstants(Type type) =>
        type.IsAbstract && type.IsSealed && type.GetMembers(Own).All(m => m is FieldInfo { IsLiteral: true });

    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static bool Generated(Type type) => type.FullName is null || GeneratedName().IsMatch(type.FullName) || type.Name == "Program";

    [GeneratedRegex(
        @"(^|\.)(Refit|OpenApi|RegexGenerator|System\.Text\.RegularExpressions|AspNetCoreGenerated|Microsoft)[.A-Za-z]*|__|`?AutoGenerated")]
    private static partial Regex GeneratedName();
}
