using System.Text.Json;
using IntegrationHub.Sim.Settlement.Packets;
using IntegrationHub.Sim.Settlement.Store;

namespace IntegrationHub.Sim.Settlement.Control;

/// <summary>
/// A clerk changes members of a dossier at the counter. On an extended profile the change is a new content, so it
/// takes the next <c>PhienBan</c>, unless the edit names one.
/// </summary>
internal sealed class StaffEdit(Options options, Ledger ledger)
{
    private const string Clerk = "counter";

    public Verdict Apply(string maHoSo, Members set)
    {
        if (ledger.Packet(maHoSo) is not { } stored)
            return Verdict.Of(maHoSo, Judgement.Absent);

        var edited = DossierPacket.Read(Edit(Parse(stored), set), options.Profile);
        return edited.MaHoSo == maHoSo
            ? ledger.Write([edited], WriteMode.Update, Clerk)[0]
            : Verdict.Malformed(maHoSo, "MaHoSo cannot be edited");
    }

    private Members Edit(Members stored, Members set)
    {
        var changed = options.Profile == Profile.Extended ? WithNextVersion(stored, set) : set;
        var kept = stored.AsSent.Select(member => new Member(member.Name, changed[member.Name] ?? member.Value));
        var added = changed.AsSent.Where(member => stored[member.Name] is null);
        return new Members([.. kept, .. added]);
    }

    private static Members WithNextVersion(Members stored, Members set)
    {
        if (set["PhienBan"] is not null || !PhienBan.TryRead(stored.TextOf("PhienBan"), out var present))
            return set;

        return new Members([.. set.AsSent, new Member("PhienBan", new Text(PhienBan.Write(present + 1)))]);
    }

    private static Members Parse(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return ValueReader.TryReadObject(document.RootElement, out var members, out var problem)
            ? members
            : throw new InvalidDataException(problem);
    }
}
