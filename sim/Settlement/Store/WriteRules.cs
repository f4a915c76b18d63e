using IntegrationHub.Sim.Settlement.Packets;

namespace IntegrationHub.Sim.Settlement.Store;

internal enum WriteMode
{
    Insert,
    Update,
    Upsert,
}

internal enum Judgement
{
    Store,
    Unchanged,
    Older,
    Conflict,
    Exists,
    Absent,
}

/// <summary>The order of rules for a well-formed dossier: version before existence.</summary>
internal static class WriteRules
{
    public static Judgement Judge(DossierHead? present, DossierHead sent, WriteMode mode, Profile profile)
    {
        if (present is not null && profile == Profile.Extended)
        {
            if (sent.PhienBan < present.PhienBan)
                return Judgement.Older;
            if (sent.PhienBan == present.PhienBan)
                return sent.TomTat == present.TomTat ? Judgement.Unchanged : Judgement.Conflict;
        }

        return (present, mode) switch
        {
            (not null, WriteMode.Insert) => Judgement.Exists,
            (null, WriteMode.Update) => Judgement.Absent,
            _ => Judgement.Store,
        };
    }
}
