namespace IntegrationHub.Sim.Sources.Facts;

internal static class Places
{
    private const double OldCodeShare = 0.10;

    public static Plot Plot(Dice dice)
    {
        var commune = dice.Pick(dice.Chance(OldCodeShare) ? Reference.OldCommunes : Reference.Communes);
        var (thua, to) = (dice.Between(1, 990), dice.Between(1, 120));
        return new($"thửa đất số {thua}, tờ bản đồ số {to}, {commune.Name}, tỉnh Nghệ An", commune.Code, thua, to);
    }
}
