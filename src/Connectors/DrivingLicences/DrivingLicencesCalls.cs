using IntegrationHub.Connectors.Sdk;

namespace IntegrationHub.Connectors.DrivingLicences;

/// <summary>A page as it was answered.</summary>
/// <param name="Records">The raw records.</param>
/// <param name="Total">How many records the window holds.</param>
/// <param name="Present">The licence system's present time.</param>
internal sealed record ListedPage(IReadOnlyList<ListedRecord> Records, long Total, DateTimeOffset Present);

/// <summary>The two calls, within a shared session, their error codes named.</summary>
internal sealed class DrivingLicencesCalls : IDisposable
{
    private readonly IDrivingLicencesApi api;
    private readonly DrivingLicencesOptions options;
    private readonly HttpReads http;
    private readonly Session session;
    private readonly string where;

    public DrivingLicencesCalls(IDrivingLicencesApi api, DrivingLicencesOptions options, TimeProvider clock)
    {
        where = $"The driving licence system at {options.Address!.Authority}";
        (this.api, this.options, http, session) = (api, options, new HttpReads(clock, where), new Session(SignInAsync));
    }

    public Task<Outcome<ListedPage>> ListAsync(DayWindow window, CancellationToken cancellationToken) =>
        session.CallAsync((token, stop) => ListAsync(token, window, stop), cancellationToken);

    /// <summary>
    /// Signs in anew, for a session that still holds proves no password, and asks for one record of today, to prove the right.
    /// </summary>
    public async Task<Fault?> CheckAsync(DateOnly today, CancellationToken cancellationToken) =>
        (await SignInAsync(cancellationToken)).Succeeded(out var token, out var refused)
            ? (await ListAsync(token, DayWindow.Of(today, days: 1, pageSize: 1), cancellationToken)).Fault
            : refused;

    public void Dispose() => session.Dispose();

    private async Task<Outcome<string>> SignInAsync(CancellationToken cancellationToken)
    {
        var request = new SignInRequest(options.Username!, options.Password!);
        var outcome = await http.ReadAsync(
            stop => api.SignInAsync(request, stop), DrivingLicencesJson.Default.SignInAnswer, cancellationToken);
        if (!outcome.Succeeded(out var answer, out var fault))
            return fault is Fault.AuthExpired ? Refused("HTTP 401") : fault;

        return answer.Body switch
        {
            { ErrorCode: "0", Session: { Length: > 0 } token } => token,
            { ErrorCode: "0" } => new Fault.Drift(
                $"{where} accepts the sign-in but gives no 'session'. Ask its owner what changed, then change the connector."),
            // Nobody has said which other codes pass by themselves, and an account that is tried again and again gets locked.
            { ErrorCode: var code } => Refused(code),
        };
    }

    private async Task<Outcome<ListedPage>> ListAsync(string token, DayWindow window, CancellationToken cancellationToken)
    {
        var request = new ListRequest(
            token, "DanhSachHoSo", options.Agency, DayWindow.Text(window.First), DayWindow.Text(window.Last),
            window.Page, window.PageSize);
        var outcome = await http.ReadAsync(stop => api.ListAsync(request, stop), ListAnswer.Read, cancellationToken);
        if (!outcome.Succeeded(out var answer, out var fault))
            return fault;

        return answer switch
        {
            { Body.ErrorCode: "401" } => new Fault.AuthExpired($"{where} says that the session has ended."),
            { Body.ErrorCode: "403" } => new Fault.AuthRefused(
                $"{where} gives the hub's account no right to the list (code 403). Ask its owner for the right."),
            { Body.ErrorCode: "1" } => new Fault.Drift(
                $"{where} refuses the question (code 1). Check the settings Agency ('{options.Agency}') and PageSize ({options.PageSize}) "
                + "with its owner."),
            { Body.ErrorCode: not "0" and var code } => new Fault.Transient(
                $"{where} could not list the dossiers (code {code}). If it stays so, check Agency and PageSize with its owner."),
            { Body: { Total: { } total, Data: { } data }, Date: { } present } => new ListedPage(data, total, present),
            { Date: null } => new Fault.Drift(
                $"{where} does not tell its present time (Date header), without which no reading is complete. Ask its owner what changed."),
            _ => new Fault.Drift(
                $"{where} answered without 'total' or 'data'. Ask its owner what changed, then change the connector."),
        };
    }

    private Fault.AuthRefused Refused(string code) => new(
        $"{where} refuses the sign-in of '{options.Username}' (code {code}). Check the account and its password; "
        + "the hub does not try again by itself.");
}
