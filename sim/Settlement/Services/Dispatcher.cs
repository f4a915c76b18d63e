using IntegrationHub.Sim.Settlement.Store;
using IntegrationHub.Sim.Settlement.Wire;

namespace IntegrationHub.Sim.Settlement.Services;

/// <summary>From a call of a known account to the answer that may leave: its right, its service, and the disk.</summary>
internal sealed class Dispatcher(
    IEnumerable<IService> services, Options options, Accounts accounts, Journal journal, Statistics statistics)
{
    private readonly Dictionary<string, IService> known = services
        .Where(service => options.Profile == Profile.Extended || !service.IsExtendedOnly)
        .ToDictionary(service => service.Name, StringComparer.Ordinal);

    public async Task<Answer> AnswerAsync(Call call, string account)
    {
        var answer = Handle(call, account);

        // Reads and refusals wait too: an answer may rest on a write of somebody else that is not on disk yet.
        await journal.DurableAsync();
        return answer;
    }

    private Answer Handle(Call call, string account)
    {
        if (call.Text("madonvi") is not { Length: > 0 } maDonVi)
            return Answer.Refused("madonvi is missing or empty");
        if (call.Text("service") is not { } name || !known.TryGetValue(name, out var service))
            return Answer.Refused("service is missing or not known here");
        if (!accounts.MaySpeakFor(account, maDonVi))
            return new Answer(Codes.Forbidden, "The account has another madonvi");
        if (service.Writes && !accounts.MayWrite(account))
            return new Answer(Codes.Forbidden, "The account may only read");

        if (service.Writes)
            statistics.CountWrite();
        else
            statistics.CountRead();
        return service.Handle(call, account);
    }
}
