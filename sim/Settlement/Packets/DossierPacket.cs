using System.Globalization;
using System.Text.Json;
using IntegrationHub.Sim.Settlement.Digests;

namespace IntegrationHub.Sim.Settlement.Packets;

/// <summary>A well-formed dossier as it arrived: what the rules look at, and the whole as it will be returned.</summary>
internal sealed record DossierPacket(DossierHead Head, byte[] Json)
{
    private const int LongestNguon = 50;

    public static Item<DossierPacket> Read(JsonElement element, Profile profile)
    {
        if (!ValueReader.TryReadObject(element, out var members, out var problem))
            return new Item<DossierPacket>(ValueReader.MaHoSoOf(element), null, problem);

        return Read(members, profile);
    }

    public static Item<DossierPacket> Read(Members members, Profile profile)
    {
        var maHoSo = members.TextOf("MaHoSo");
        var version = PhienBan.None;
        var problem = DossierMembers.Problem(members);
        if (problem is null && profile == Profile.Extended)
            problem = VersionProblem(members, out version) ?? NguonProblem(members);
        if (problem is not null)
            return new Item<DossierPacket>(maHoSo, null, problem);

        var head = new DossierHead(
            maHoSo,
            version,
            byte.Parse(members.TextOf("TrangThaiHoSo"), CultureInfo.InvariantCulture),
            profile == Profile.Extended ? members.TextOf("nguon") : "",
            DossierDigests.TomTat(members));
        return new Item<DossierPacket>(maHoSo, new DossierPacket(head, PacketJson.Write(members)), "");
    }

    private static string? VersionProblem(Members members, out long version)
    {
        version = PhienBan.None;
        return members["PhienBan"] switch
        {
            null => "PhienBan is missing",
            Text text when PhienBan.TryRead(text.Content, out version) => null,
            _ => "PhienBan is not a whole number up to 9223372036854775807 without leading zeros",
        };
    }

    private static string? NguonProblem(Members members) => members["nguon"] switch
    {
        null => null,
        Text text when text.Content.EnumerateRunes().Count() <= LongestNguon => null,
        _ => $"nguon is not a string of at most {LongestNguon} characters",
    };
}
