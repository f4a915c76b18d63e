using IntegrationHub.Contracts;
using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Hub.Map;

/// <summary>
/// A canonical record as the ledger takes it: rendered into packet members and digested, before the store transaction begins.
/// </summary>
internal abstract record PreparedRecord(string Number, long EventTime)
{
    public static PreparedRecord From(CanonicalRecord record) => record switch
    {
        Dossier dossier => PreparedDossier.From(dossier),
        DossierChange change => PreparedChange.From(change),
        DossierProgress progress => PreparedProgress.From(progress),
        _ => throw new InvalidOperationException($"No such canonical record: {record.GetType().Name}."),
    };
}

/// <summary>A whole dossier.</summary>
internal sealed record PreparedDossier(string Number, long EventTime, string Packet, Hash256 Hash, int Status)
    : PreparedRecord(Number, EventTime)
{
    public static PreparedDossier From(Dossier dossier)
    {
        var (packet, hash) = PacketWriter.Render(dossier);
        return new(dossier.Number, dossier.Envelope.EventTime.Micros(), packet, hash, (int)dossier.Status);
    }
}

/// <summary>
/// A change: the members it sets, and the statuses at which it is passed over. Its hash covers where and when it came from, so a
/// repetition is known.
/// </summary>
internal sealed record PreparedChange(string Number, long EventTime, string Members, string? Unless, Hash256 Hash)
    : PreparedRecord(Number, EventTime)
{
    public static PreparedChange From(DossierChange change)
    {
        var members = PacketWriter.Change(change);
        var unless = change.Condition is { } condition ? string.Join(',', condition.Unless.Select(s => (int)s)) : null;
        var time = change.Envelope.EventTime.Micros();
        var identity = $"{change.Envelope.Source}|{change.Envelope.SourceKey}|{time}|{unless}|{members}";
        return new(change.Number, time, members, unless, Hash256.Of(System.Text.Encoding.UTF8.GetBytes(identity)));
    }
}

/// <summary>A progress row, identified by all its values.</summary>
internal sealed record PreparedProgress(string Number, long EventTime, string Row, Hash256 Hash) : PreparedRecord(Number, EventTime)
{
    public static PreparedProgress From(DossierProgress progress)
    {
        var (row, hash) = PacketWriter.Render(progress);
        return new(progress.Number, progress.Envelope.EventTime.Micros(), row, hash);
    }
}
