using System.Text.Json;
using IntegrationHub.Hub.Leases;

namespace IntegrationHub.Hub.Store.Sqlite;

/// <summary>Leases, on SQLite: one process has the file, so its own clock is the database's.</summary>
internal sealed class SqliteLeaseStore(SqliteLedger ledger, TimeProvider clock) : ILeaseStore
{
    private const string Take = """
        insert into lease (resource, owner, epoch, expires_at) values ($1, $2, 1, $3)
        on conflict (resource) do update set owner = excluded.owner, epoch = epoch + 1, expires_at = excluded.expires_at
        where expires_at <= $4
        returning epoch
        """;

    private const string Renew = """
        update lease set expires_at = $4 where resource = $1 and owner = $2 and epoch = $3 and expires_at > $5
        """;

    private const string GiveBack = "update lease set expires_at = 0 where resource = $1 and owner = $2 and epoch = $3";

    private const string Void = "update lease set expires_at = 0";

    private const string Forget = "delete from node";

    private const string Held = "select resource from lease where resource in (select value from json_each($1)) and expires_at > $2";

    private const string Beat = """
        insert into node (name, started_at, seen_at) values ($1, $2, $2) on conflict (name) do update set seen_at = excluded.seen_at
        """;

    private const string Alive = "select count(*) from node where seen_at > $1";

    private const string Leave = "delete from node where name = $1";

    private const string Orphans = """
        select distinct r.connector from run r left join lease l on l.resource = 'stream/' || r.connector
        where r.state = 'running' and coalesce(l.expires_at, 0) <= $1
        """;

    public Task<Lease?> TakeAsync(string resource, string owner, TimeSpan lasts, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            var now = clock.NowMicros();
            return sql.Scalar<long>(Take, resource, owner, now + Micros(lasts), now) is var epoch and > 0 ? new Lease(resource, owner, epoch) : null;
        },
        cancellationToken);

    public Task<IReadOnlySet<string>> RenewAsync(
        IReadOnlyCollection<Lease> leases, TimeSpan lasts, CancellationToken cancellationToken) => ledger.WriteAsync<IReadOnlySet<string>>(
        sql =>
        {
            var now = clock.NowMicros();
            return leases
                .Where(lease => sql.Run(Renew, lease.Resource, lease.Owner, lease.Epoch, now + Micros(lasts), now) == 1)
                .Select(lease => lease.Resource)
                .ToHashSet();
        },
        cancellationToken);

    public Task GiveBackAsync(Lease lease, CancellationToken cancellationToken) =>
        ledger.WriteAsync(sql => sql.Run(GiveBack, lease.Resource, lease.Owner, lease.Epoch), cancellationToken);

    public Task VoidAsync(CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            sql.Run(Void);
            sql.Run(Forget);
        },
        cancellationToken);

    public Task<IReadOnlySet<string>> HeldAsync(IReadOnlyCollection<string> resources, CancellationToken cancellationToken) =>
        ledger.QueryAsync<IReadOnlySet<string>>(sql =>
            sql.All(Held, reader => reader.GetString(0), JsonSerializer.Serialize(resources), clock.NowMicros()).ToHashSet());

    public Task<Pulse> BeatAsync(string node, TimeSpan silentFor, CancellationToken cancellationToken) => ledger.WriteAsync(
        sql =>
        {
            var now = clock.NowMicros();
            sql.Run(Beat, node, now);
            return new Pulse((int)sql.Scalar<long>(Alive, now - Micros(silentFor)), Clock.FromMicros(now));
        },
        cancellationToken);

    public Task LeaveAsync(string node, CancellationToken cancellationToken) =>
        ledger.WriteAsync(sql => sql.Run(Leave, node), cancellationToken);

    public Task<IReadOnlyList<string>> OrphansAsync(CancellationToken cancellationToken) =>
        ledger.QueryAsync<IReadOnlyList<string>>(sql => sql.All(Orphans, reader => reader.GetString(0), clock.NowMicros()));

    private static long Micros(TimeSpan span) => span.Ticks / TimeSpan.TicksPerMicrosecond;
}
