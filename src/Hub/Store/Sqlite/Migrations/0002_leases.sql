-- Who may work on what: the streams of sources, the 64 ranges of delivery, reconciliation. One process has the file, so a lease is
-- always free for it; its epoch says, in receipts and attempts, which process it was.
create table lease (
    resource   text    primary key,
    owner      text    not null,
    epoch      integer not null,
    expires_at integer not null
) without rowid;

-- The processes that work on this ledger, and when each last said so.
create table node (
    name       text    primary key,
    started_at integer not null,
    seen_at    integer not null
) without rowid;

create index run_running on run (connector) where state = 'running';
