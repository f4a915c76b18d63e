namespace IntegrationHub.Bench.Target;

/// <summary>A dossier or progress row of a call, as far as the target looks at it.</summary>
/// <param name="Number"><c>MaHoSo</c>.</param>
/// <param name="Version"><c>PhienBan</c>; 0 where there is none.</param>
/// <param name="Content">What all its bytes come to.</param>
/// <param name="Bytes">Its length.</param>
internal readonly record struct Item(string Number, long Version, int Content, int Bytes);
