namespace IntegrationHub.Sim.Settlement.Faults;

internal sealed class FaultSwitch(bool isOn)
{
    private volatile bool isOn = isOn;

    public bool IsOn
    {
        get => isOn;
        set => isOn = value;
    }
}
