using IntegrationHub.Hub.Leases;

namespace IntegrationHub.Hub.Store.Postgres;

/// <summary>Leases, on PostgreSQL, by its time.</summary>
internal sealed class PostgresLeaseStore(PostgresLedger ledger) : ILeaseStore
{
    private const string Take = """
        insert into lease (resource, owner, epoch, expires_at) values ($1, $2, 1, clock_timestamp() + $3)
        on conflict (resource) do update set owner = excluded.owner, epoch = lease.epoch + 1, expires_at = excluded.expires_at
        where lease.expires_at <= clock_timestamp()
        returning epoch
        """;

    private const string Renew = """
        update lease l set expires_at = clock_timestamp() + $4
        from unnest($1::text[], $2::text[], $3::bigint[]) u(resource, owner, epoch)
        where l.resource = u.resource and l.owner = u.owner and l.epoch = u.epoch and l.expires_at > clock_timestamp()
        returning l.resource
        """;

    private const string GiveBack = """
        update lease set expires_at = '-infinity' where resource = $1 and owner = $2 and epoch = $3
        """;

    private const string Held = "select resource from lease where resource = any($1) and expires_at > clock_timestamp()";

    private const string Beat = """
        with beat as (
            insert into node (name, started_at, seen_at) values ($1, clock_timestamp(), clock_timestamp())
            on conflict (name) do update set seen_at = excluded.seen_at returning name)
        select (select count(*) from beat) + (select count(*) from node where name <> $1 and seen_at > clock_timestamp() - $2::interval), clock_timestamp()
        """;

    private const string Leave = "delete from node where name = $1 or seen_at < clock_timestamp() - interval '1 day'";

    private const string Orphans = """
        select distinct r.connector from run r left join lease l on l.resource = 'stream/' || r.connector
        where r.state = 'running' and coalesce(l.expires_at, '-infinity') <= clock_timestamp()
        """;

    public async Task<Lease?> TakeAsync(string resource, string owner, TimeSpan lasts, CancellationToken cancellationToken) =>
        await ledger.ScalarAsync<long>(Take, cancellationToken, resource, owner, lasts) is var epoch and > 0
            ? new Lease(resource, owner, epoch)
            : null;

    public async Task<IReadOnlySet<string>> RenewAsync(
        IReadOnlyCollection<Lease> leases, TimeSpan lasts, CancellationToken cancellationToken) =>
        (await ledger.AllAsync(
            Renew, reader => reader.GetString(0), cancellationToken,
            leases.Select(lease => lease.Resource).ToArray(), leases.Select(lease => lease.Owner).ToArray(),
            leases.Select(lease => lease.Epoch).ToArray(), lasts)).ToHashSet();

    public Task GiveBackAsync(Lease lease, CancellationToken cancellationToken) =>
        ledger.RunAsync(GiveBack, cancellationToken, lease.Resource, lease.Owner, lease.Epoch);

    // Others may live.
    public Task VoidAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IReadOnlySet<string>> HeldAsync(IReadOnlyCollection<string> resources, CancellationToken cancellationToken) =>
        (await ledger.AllAsync(Held, reader => reader.GetString(0), cancellationToken, (object)resources.ToArray())).ToHashSet();

    public async Task<Pulse> BeatAsync(string node, TimeSpan silentFor, CancellationToken cancellationToken) =>
        (await ledger.AllAsync(
            Beat, reader => new Pulse((int)reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1)), cancellationToken, node, silentFor))[0];

    public Task LeaveAsync(string node, CancellationToken cancellationToken) => ledger.RunAsync(Leave, cancellationToken, node);

    public Task<IReadOnlyList<string>> OrphansAsync(CancellationToken cancellationToken) =>
        ledger.AllAsync(Orphans, reader => reader.GetString(0), cancellationToken);
}
