using System.Globalization;
using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.SettlementSystem;

/// <summary>
/// Asks the target what it can do (<c>KhaNang</c>). Only a well-formed answer decides; a transient fault never downgrades.
/// </summary>
internal sealed class SettlementCapabilities(SettlementTransport transport, SettlementOptions options)
{
    // The hub's own bound, whatever the target declares; contracts/settlement/v1/openapi.yaml says it to makers of targets.
    private const int MostItems = 10_000;
    private static readonly TargetCapabilities Basic = new(TargetProfile.Basic, "", "", MaxDossiers: 1, MaxProgress: 10);
    private static readonly SettlementCall KhaNang = new("KhaNang", CallKind.Read);

    public async Task<Outcome<TargetCapabilities>> AskAsync(string session, CancellationToken cancellationToken)
    {
        if (options.Profile is ProfileChoice.Basic)
            return Basic;

        var answer = await transport.CallAsync(KhaNang, session, cancellationToken);
        if (answer.Succeeded(out var envelope, out var fault))
            using (envelope)
                return Read(envelope);
        return SettlementFaults.IsOrderly(fault) ? WithoutExtensions() : fault;
    }

    private Outcome<TargetCapabilities> Read(Envelope envelope)
    {
        if (envelope.Rows(SettlementJson.Default.KhaNangRowArray) is [{ Profile: "extended" } row])
            return Extended(row);
        return Declares(envelope)
            ? new Fault.Drift("KhaNang: the target declares the extended profile, but not as agreed.")
            : WithoutExtensions();
    }

    private static Outcome<TargetCapabilities> Extended(KhaNangRow row) =>
        row.Version == "1" && row.HeThong.Length > 0 && row.MoiTruong is "production" or "test"
        && Size(row.MaxDossiers) is { } dossiers && Size(row.MaxProgress) is { } progress
            ? new TargetCapabilities(TargetProfile.Extended, row.HeThong, row.MoiTruong, dossiers, progress)
            : new Fault.Drift("KhaNang: the target declares the extended profile, but not version 1 as agreed.");

    private static bool Declares(Envelope envelope) => envelope.Result.EnumerateArray().Any(row => row.TryGetText("profile") == "extended");

    private Outcome<TargetCapabilities> WithoutExtensions() => options.Profile is ProfileChoice.Extended
        ? new Fault.Drift("KhaNang: Settlement:Profile is Extended, but the target does not declare that profile.")
        : Basic;

    private static int? Size(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0 ? Math.Min(size, MostItems) : null;
}
