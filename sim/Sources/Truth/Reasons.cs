using IntegrationHub.Sim.Sources.Facts;

namespace IntegrationHub.Sim.Sources.Truth;

internal static class Reasons
{
    public static string Of(FlawKind kind) => kind switch
    {
        FlawKind.UnknownStatus => "The status text is not in the list.",
        FlawKind.ImpossibleDate => "The day of receipt does not exist (30 or 31 February).",
        FlawKind.NoUnit => "The processing unit is missing.",
        FlawKind.FutureUpdate => "The time of change lies years in the future.",
        FlawKind.FinishedBeforeReceived => "It was finished before it was received.",
        FlawKind.UnknownProcedure => "The procedure code is in no register.",
        FlawKind.StatusOutOfRange => "The status is not 1 to 10.",
        FlawKind.NotHandedOver => "Status 10 without a day of hand-over.",
        FlawKind.IllegalNumber => "The dossier number holds characters that no dossier number may have.",
        FlawKind.NoBase => "The settlement system has no such dossier: the callbacks have no base.",
        FlawKind.UnknownEnding => "The registry closed it with TrangThaiKetThuc 99, which means nothing.",
        FlawKind.NoDate => "A hand-over came whose NgayChuyen is no date.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
