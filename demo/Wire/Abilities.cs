using System.Globalization;
using System.Text.Json;

namespace IntegrationHub.Demo.Wire;

/// <summary>What a target can do, as it declares itself by <c>KhaNang</c>: its profile, and how many items a call may hold.</summary>
internal sealed record Abilities(bool Extended, int MaxDossiers, int MaxProgress)
{
    public static Abilities Basic { get; } = new(Extended: false, MaxDossiers: 1, MaxProgress: 10);

    /// <param name="target">The target.</param>
    /// <param name="wanted">basic, extended or auto; basic is not asked about.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    public static async Task<Abilities> AskAsync(ServiceClient target, string wanted, CancellationToken cancellationToken)
    {
        if (wanted == "basic")
            return Basic;
        var answer = await target.CallAsync("KhaNang", [], cancellationToken);
        if (answer.Code == "403")
            throw new DemoException(
                $"the settlement system at {target.Address} gives the account no right to ask KhaNang (error_code 403): "
                + "ask for it there, or give --settlement-profile basic.");
        var declared = answer.Accepted ? answer.Rows.FirstOrDefault(row => Text(row, "profile") == "extended") : default;
        if (declared.ValueKind == JsonValueKind.Object)
            return Read(declared, target.Address);
        return wanted == "auto"
            ? Basic
            : throw new DemoException(
                $"the settlement system at {target.Address} does not declare the extended profile (KhaNang answers {answer.Code}): "
                + "leave --settlement-profile out, or give basic.");
    }

    private static Abilities Read(JsonElement row, Uri address) =>
        Size(row, "maxDossiers") is { } dossiers && Size(row, "maxProgress") is { } progress
            ? new(Extended: true, dossiers, progress)
            : throw new DemoException(
                $"the settlement system at {address} declares the extended profile without maxDossiers and maxProgress: "
                + "both must be whole numbers above 0.");

    private static int? Size(JsonElement row, string name) =>
        int.TryParse(Text(row, name), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? size : null;

    private static string? Text(JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
