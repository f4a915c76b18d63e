using System.Reflection;
using IntegrationHub.Hub.Views;

namespace IntegrationHub.Hub.Tests.Store;

/// <summary>The statements that the hub sends while it works, found where they are written down.</summary>
internal static class HotStatements
{
    // Lists that walk a table by its id, newest first, and end after a page; and a beginning that is never asked alone.
    private static readonly string[] Pages =
    [
        $"{nameof(ViewsSql)}.Runs", $"{nameof(ViewsSql)}.Reconciliations", $"{nameof(ViewsSql)}.Quarantine", $"{nameof(ViewsSql)}.Dead",
        $"{nameof(ViewsSql)}.ReconciliationColumns", $"{nameof(ViewsSql)}.LastReconciliation",
    ];

    /// <summary>What an engine is sent: by its own code, and by the views.</summary>
    /// <param name="ofEngine">A type beside those that hold the engine's statements.</param>
    /// <param name="views">What the views ask this engine in its own way.</param>
    public static Dictionary<string, string> Of(Type ofEngine, Type views) => ofEngine.Assembly.GetTypes()
        .Where(type => type == typeof(ViewsSql) || type == views || type.Namespace == ofEngine.Namespace)
        .SelectMany(In)
        .Where(c => !Pages.Contains(c.Name))
        .ToDictionary(c => c.Name, c => c.Sql);

    public static IEnumerable<(string Name, string Sql)> In(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
        .Where(f => f.IsLiteral && f.FieldType == typeof(string))
        .Select(f => ($"{type.Name}.{f.Name}", Sql: (string)f.GetRawConstantValue()!))
        .Where(c => c.Sql.Contains(" where ", StringComparison.Ordinal) || c.Sql.Contains("\nwhere ", StringComparison.Ordinal));
}
