using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

/// <summary>One value of <c>service</c>.</summary>
internal interface IService
{
    string Name { get; }

    /// <summary>Whether a basic profile does not know it.</summary>
    bool IsExtendedOnly => true;

    bool Writes => false;

    Answer Handle(Call call, string account);
}
