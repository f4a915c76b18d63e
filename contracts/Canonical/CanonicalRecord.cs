using System.Text.Json.Serialization;

namespace IntegrationHub.Contracts;

/// <summary>
/// One record of the canonical contract: what a connector's mapping may yield. The three kinds are
/// <see cref="Dossier"/>, <see cref="DossierChange"/> and <see cref="DossierProgress"/>; there is no fourth.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Dossier), "dossier")]
[JsonDerivedType(typeof(DossierChange), "change")]
[JsonDerivedType(typeof(DossierProgress), "progress")]
public abstract record CanonicalRecord
{
    private protected CanonicalRecord()
    {
    }

    /// <summary>
    /// Where the record comes from and when it happened. Never part of the content: packets and their digests are made of the other
    /// members alone, and whether content has changed is told by the digest. (Records themselves are equal only with equal envelopes.)
    /// </summary>
    [Data(DataClass.Technical)]
    public required Envelope Envelope { get; init; }

    /// <summary>
    /// The dossier's number, its key everywhere: 1-50 characters of <c>0-9 A-Z a-z . - _ /</c>. Official field: <c>MaHoSo</c> (QCVN
    /// 120:2019, field 1; format of TT 01/2018 article 19 or QĐ 20/2020).
    /// </summary>
    [Data(DataClass.Technical)]
    public required string Number { get; init; }
}
