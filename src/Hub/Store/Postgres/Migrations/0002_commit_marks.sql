-- Each decision leaves its mark in a row that is nobody else's meanwhile. Where the answer to a commit is lost, the mark says whether it
-- happened; a transaction's own number cannot, for a server that has crashed gives numbers anew that it had not written down.
create table commit_mark (
    id        bigint generated always as identity primary key,
    number    bigint      not null,
    marked_at timestamptz not null
) with (fillfactor = 20);

-- The epoch is part of a key, so who takes a lease over waits for what is written under it, and who only prolongs it does not.
create unique index lease_epoch on lease (resource, epoch);

-- When a connector's source was last read is found here, also where it never was.
create index run_source on run (connector, started_at) where origin = 'source';
