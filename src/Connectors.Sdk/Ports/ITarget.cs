using IntegrationHub.Contracts.Packets;

namespace IntegrationHub.Connectors.Sdk;

/// <summary>
/// The settlement system, as the hub sees it. Every call may be made in parallel, but never two for one dossier at a time.
/// Faults are values; what follows from them is the hub's policy.
/// </summary>
public interface ITarget
{
    /// <summary>What the target can do. Asked at the first call and after every sign-in, then remembered.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The capabilities, or the fault; while it is a fault, nothing is sent.</returns>
    Task<Outcome<TargetCapabilities>> CapabilitiesAsync(CancellationToken cancellationToken);

    /// <summary>Sends dossiers, at most one per number; split into calls as the target allows.</summary>
    /// <param name="items">The dossiers.</param>
    /// <param name="cancellationToken">Ends the call; what was under way is then an unknown outcome.</param>
    /// <returns>For each item, in order: <see langword="null"/> when accepted, else its fault.</returns>
    Task<IReadOnlyList<Fault?>> SendDossiersAsync(IReadOnlyList<DossierItem> items, CancellationToken cancellationToken);

    /// <summary>
    /// Sends progress rows; the same row again changes nothing. Rows of one dossier are sent in their order, and behind one whose fate is
    /// open no later call is made for its dossier. Within one call the target judges each row for itself, so a row that it puts off for
    /// the moment may come to stand behind the next one: all arrive, and no digest depends on their order.
    /// </summary>
    /// <param name="items">The rows.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>For each item, in order: <see langword="null"/> when accepted, else its fault.</returns>
    Task<IReadOnlyList<Fault?>> SendProgressAsync(IReadOnlyList<ProgressItem> items, CancellationToken cancellationToken);

    /// <summary>Reads dossiers back.</summary>
    /// <param name="numbers">Their numbers.</param>
    /// <param name="withProgress">Whether their progress rows are asked too, where the target can tell.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>For each number, in order: the dossier, <see langword="null"/> when the target does not have it, or a fault.</returns>
    Task<IReadOnlyList<Outcome<TargetDossier?>>> QueryAsync(
        IReadOnlyList<string> numbers, bool withProgress, CancellationToken cancellationToken);

    /// <summary>The digests of the 16 buckets below a prefix (extended targets only).</summary>
    /// <param name="prefix">0-7 lower-case hex digits.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The 16 buckets in order, or a fault.</returns>
    Task<Outcome<IReadOnlyList<BucketDigest>>> DigestAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>The dossiers of one bucket, ordered by number (extended targets only). Only an empty page ends the list.</summary>
    /// <param name="prefix">1-8 lower-case hex digits.</param>
    /// <param name="after">The number after which to go on; empty from the start.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The page, or a fault.</returns>
    Task<Outcome<IReadOnlyList<DossierDigest>>> ListAsync(string prefix, string after, int count, CancellationToken cancellationToken);

    /// <summary>
    /// Forgets that signing in was refused and which target was met first, so that the next call signs in again and takes the target
    /// as it is now. For a person who has looked, and for nothing that runs by itself: an account that is tried again and again gets
    /// locked, and another target behind the same address must not get this one's dossiers unseen. Calls under way are not disturbed.
    /// </summary>
    void Reset();
}

/// <summary>Which profile the target speaks.</summary>
public enum TargetProfile
{
    /// <summary>The packets that settlement systems exchange today: one dossier a call, no versions, no digests.</summary>
    Basic,

    /// <summary>Basic plus versions, batches, per-item answers and digests.</summary>
    Extended,
}

/// <summary>What the target can do.</summary>
/// <param name="Profile">Its profile.</param>
/// <param name="System">Its name (<c>heThong</c>); empty on a basic target.</param>
/// <param name="Environment">Its environment (<c>moiTruong</c>), <c>production</c> or <c>test</c>; empty on a basic target.</param>
/// <param name="MaxDossiers">Dossiers a call.</param>
/// <param name="MaxProgress">Progress rows a call.</param>
public sealed record TargetCapabilities(TargetProfile Profile, string System, string Environment, int MaxDossiers, int MaxProgress);

/// <summary>How a dossier is to be written.</summary>
public enum WriteMode
{
    /// <summary>It is new (<c>isUpdating</c> "False").</summary>
    Insert,

    /// <summary>It is there (<c>isUpdating</c> "True").</summary>
    Update,

    /// <summary>Either; extended targets only (<c>isUpdating</c> "Upsert").</summary>
    Upsert,
}

/// <summary>A dossier to send.</summary>
/// <param name="Number"><c>MaHoSo</c>.</param>
/// <param name="Version"><c>PhienBan</c>; ignored on a basic target.</param>
/// <param name="Packet">The packet as JSON text, without <c>PhienBan</c> and <c>nguon</c>.</param>
/// <param name="Mode">How to write it.</param>
/// <param name="Tag"><c>nguon</c>, the connector; ignored on a basic target.</param>
public sealed record DossierItem(string Number, long Version, string Packet, WriteMode Mode, string Tag);

/// <summary>A progress row to send.</summary>
/// <param name="Number"><c>MaHoSo</c>.</param>
/// <param name="Row">The row's nine members as JSON text.</param>
public sealed record ProgressItem(string Number, string Row);

/// <summary>A dossier as the target has it.</summary>
/// <param name="Packet">The packet as JSON text, without <c>PhienBan</c> and <c>nguon</c>.</param>
/// <param name="Version"><c>PhienBan</c>, or 0 where the target keeps none.</param>
/// <param name="Tag"><c>nguon</c>, or empty.</param>
/// <param name="Progress">
/// Its progress rows as JSON texts in the order stored, or <see langword="null"/> where not asked or not to be had.
/// </param>
public sealed record TargetDossier(string Packet, long Version, string Tag, IReadOnlyList<string>? Progress);

/// <summary>The digest of one bucket.</summary>
/// <param name="Prefix">The full prefix of the bucket key.</param>
/// <param name="Count">How many dossiers.</param>
/// <param name="Digest">The XOR of their leaves.</param>
public sealed record BucketDigest(string Prefix, long Count, Hash256 Digest);

/// <summary>The digest of one dossier at the target.</summary>
/// <param name="Number"><c>MaHoSo</c>.</param>
/// <param name="Version"><c>PhienBan</c>.</param>
/// <param name="Content"><c>TomTat</c>.</param>
/// <param name="Status"><c>TrangThaiHoSo</c>.</param>
/// <param name="ProgressCount"><c>SoTienDo</c>.</param>
/// <param name="Progress"><c>TomTatTienDo</c>.</param>
public sealed record DossierDigest(string Number, long Version, Hash256 Content, string Status, long ProgressCount, Hash256 Progress);
