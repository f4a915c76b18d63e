-- The ledger. Times are whole microseconds since 1970-01-01 UTC; hashes are 32-byte blobs; packets are JSON text.

-- One row a connector: how far it has been read (watermark), where the present run stands (position).
create table stream (
    connector     text    primary key,
    watermark     text,
    position      text,
    paused_at     integer,
    paused_reason text,
    read_at       integer,                                -- last page committed
    fault         text,                                   -- of the last run, null when it ended well
    fault_message text,
    failures      integer not null default 0              -- runs failed in a row
) without rowid;

-- One row a way into the outbox that was taken: a run of a source, a release from quarantine, a repair.
create table run (
    id         integer primary key autoincrement,
    connector  text    not null,
    origin     text    not null check (origin in ('source', 'quarantine', 'repair', 'resync')),
    trigger    text    not null,
    started_at integer not null,
    ended_at   integer,
    state      text    not null check (state in ('running', 'completed', 'failed', 'abandoned')),
    fault      text,
    message    text
);
create index run_connector on run (connector, id);

-- One row a committed page. The first balance: what was read is what became of it.
create table page_receipt (
    run_id           integer not null references run (id),
    page_no          integer not null,
    connector        text    not null,
    origin           text    not null,
    read             integer not null check (read >= 0),
    unchanged        integer not null check (unchanged >= 0),
    ignored          integer not null check (ignored >= 0),
    quarantined      integer not null check (quarantined >= 0),
    accepted         integer not null check (accepted >= 0),
    watermark_before text,
    watermark_after  text,
    epoch            integer not null,
    committed_at     integer not null,
    primary key (run_id, page_no),
    check (read = unchanged + ignored + quarantined + accepted)
) without rowid;

-- The present dossier (packet, version) and what the target acknowledged of it (acked_*). A rowid table, for its rows are far too
-- long for a tree of keys; the long columns come last, so that the short ones are read without them.
create table dossier (
    number          text    not null unique,              -- MaHoSo
    bucket          integer not null,                     -- first 32 bits of the bucket key; its first 6 bits are the delivery range
    owner           text,                                 -- the connector that owns it; null: the settlement system does
    every_step      integer not null default 0,           -- whether its owner reports every status step
    tag             text    not null,                     -- nguon: the owner, else the first connector
    event_time      integer not null default 0,           -- of the owner's newest whole dossier
    source_hash     blob,                                 -- of the owner's newest whole dossier
    has_events      integer not null default 0,           -- whether dossier_event holds anything for it
    packet_hash     blob    not null,                     -- TomTat of packet
    status          integer not null,
    version         integer not null,                     -- last PhienBan assigned or seen
    acked_version   integer,
    acked_hash      blob,                                 -- TomTat acknowledged; without an owner, until then, of the base
    acked_at        integer,
    progress_count  integer not null default 0,           -- progress rows at the target, ours and others'
    progress_digest blob,
    written         integer not null default 0,           -- whether this account has ever written the dossier there
    packet          text    not null,
    base_packet     text,                                 -- what a fold begins with: as first read at the target, or the owner's own
    acked_packet    text,                                 -- without an owner only: to see what was edited there since
    sent            text                                  -- without an owner only: what was sent since, [{"version", "hash", "packet"}]
);
create index dossier_bucket on dossier (bucket, number);

-- Changes, edits made at the target and, where they matter for a fold, whole dossiers.
create table dossier_event (
    id         integer primary key,
    number     text    not null,
    event_time integer not null,
    arrival    integer not null,                          -- its place in the order of arrival, taken when it was first seen
    connector  text    not null,
    kind       text    not null check (kind in ('dossier', 'change', 'edit')),
    members    text    not null,                          -- the packet members it sets
    unless     text,                                      -- statuses at which it is passed over, comma-separated
    every_step integer not null,
    hash       blob    not null,
    unique (number, hash)
);

-- The last place given in the order of arrival.
create table arrival (
    last integer not null
);
insert into arrival (last) values (0);

create table progress (
    number     text    not null,
    row_hash   blob    not null,
    connector  text    not null,
    row        text    not null,
    event_time integer not null,
    acked_at   integer,
    primary key (number, row_hash)
) without rowid;

-- What must reach the target. The payload is not here: a row says which dossier or progress row, the ledger has its present form.
create table outbox (
    id          integer primary key autoincrement,
    number      text    not null,
    connector   text    not null,
    kind        integer not null check (kind in (1, 2)),  -- 1 dossier, 2 progress row
    row_hash    blob,                                     -- of the progress row
    version     integer not null,                         -- PhienBan; 0 on a progress row
    range       integer not null check (range between 0 and 63),
    origin      text    not null,
    run_id      integer not null,
    state       integer not null check (state between 0 and 3), -- 0 pending, 1 acknowledged, 2 superseded, 3 dead
    attempts    integer not null default 0,
    due_at      integer not null,
    query_first integer not null default 0,
    fault       text,
    message     text,
    created_at  integer not null,
    settled_at  integer
);
create index outbox_pending on outbox (range, kind, due_at) where state = 0;
create index outbox_number on outbox (number, kind, state);
create index outbox_run on outbox (run_id, state);
create index outbox_dead on outbox (connector, id) where state = 3;

-- One row a call to the target, written before the call.
create table attempt (
    id         integer primary key autoincrement,
    range      integer not null,
    epoch      integer not null,
    kind       integer not null,
    rows       text    not null,                          -- outbox ids, JSON
    started_at integer not null,
    ended_at   integer,
    outcome    text
);
create index attempt_open on attempt (range) where ended_at is null;
create index attempt_time on attempt (range, kind, started_at);

-- The bucket digests of what is acknowledged: 4,096 buckets by the first three hex digits of the bucket key.
create table bucket (
    prefix integer primary key,
    count  integer not null,
    digest blob    not null
);

create table quarantine (
    id             integer primary key autoincrement,
    run_id         integer not null,
    connector      text    not null,
    source_key     text    not null,
    source_time    integer,
    arrival        integer not null default 0,            -- the place in the order of arrival that its records keep
    number         text,
    code           text    not null,
    pointer        text    not null,
    message        text    not null,
    content        text    not null,                      -- the source record as it came
    content_hash   blob    not null,
    correlation_id text    not null,
    first_seen     integer not null,
    last_seen      integer not null,
    attempts       integer not null default 0,
    due_at         integer,                               -- when to try again by itself; null: when its cause goes
    state          text    not null check (state in ('open', 'released', 'gone', 'dismissed')),
    fingerprint    text    not null,                      -- of the mapping and code lists that judged it
    record         text    generated always as (coalesce(number, source_key)),   -- where no mapping could read the number, the source's key
    unique (connector, source_key, content_hash)
);
create index quarantine_open on quarantine (connector, id) where state = 'open';
create index quarantine_number on quarantine (number) where state = 'open';
create index quarantine_due on quarantine (due_at) where state = 'open';
create index quarantine_run on quarantine (run_id);
create index quarantine_record on quarantine (record, state);

create table callback_journal (
    sequence    integer primary key autoincrement,
    connector   text    not null,
    name        text    not null,
    key         text    not null,
    content     text    not null,
    received_at integer not null
);
create index callback_journal_connector on callback_journal (connector, sequence);

-- The reconciliation log.
create table reconciliation (
    id          integer primary key autoincrement,
    trigger     text    not null,
    mode        text    check (mode in ('digest', 'query')),
    started_at  integer not null,
    ended_at    integer,
    state       text    not null check (state in ('running', 'completed', 'failed')),
    ledger      integer not null default 0,               -- dossiers acknowledged in the ledger
    target      integer,                                  -- dossiers at the target, where it can tell
    compared    integer not null default 0,               -- dossiers compared one by one
    calls       integer not null default 0,
    differences integer not null default 0,
    repairs     integer not null default 0,
    fault       text,
    message     text
);

create table difference (
    id                integer primary key autoincrement,
    reconciliation_id integer not null references reconciliation (id),
    number            text    not null,
    connector         text    not null,
    kind              text    not null,
    members           text    not null,                   -- names of the packet members that differ, comma-separated; never values
    ledger_version    integer,
    target_version    integer,
    ledger_status     text,
    target_status     text,
    resolution        text    not null
);
create index difference_of on difference (reconciliation_id, id);
create index difference_number on difference (number);

-- Single values: the target this ledger is bound to.
create table ledger_value (
    name  text primary key,
    value text not null
) without rowid;

-- What receipts and outbox add up to, so that nobody who asks for the counts makes the ledger count its rows. The triggers keep
-- it in the transaction that changes them; `doctor --invariants` counts again.
create table connector_total (
    connector    text    primary key,
    read         integer not null default 0,
    unchanged    integer not null default 0,
    ignored      integer not null default 0,
    quarantined  integer not null default 0,
    accepted     integer not null default 0,
    pending      integer not null default 0,
    acknowledged integer not null default 0,
    superseded   integer not null default 0,
    dead         integer not null default 0
) without rowid;

create trigger page_receipt_counted after insert on page_receipt
begin
    insert into connector_total (connector, read, unchanged, ignored, quarantined, accepted)
    values (new.connector, new.read, new.unchanged, new.ignored, new.quarantined, new.accepted)
    on conflict (connector) do update set
        read = read + excluded.read, unchanged = unchanged + excluded.unchanged, ignored = ignored + excluded.ignored,
        quarantined = quarantined + excluded.quarantined, accepted = accepted + excluded.accepted;
end;

create trigger page_receipt_recounted after update on page_receipt
begin
    update connector_total set
        read = read + new.read - old.read, unchanged = unchanged + new.unchanged - old.unchanged, ignored = ignored + new.ignored - old.ignored,
        quarantined = quarantined + new.quarantined - old.quarantined, accepted = accepted + new.accepted - old.accepted
    where connector = new.connector;
end;

create trigger outbox_counted after insert on outbox
begin
    insert into connector_total (connector, pending, acknowledged, superseded, dead)
    values (new.connector, new.state = 0, new.state = 1, new.state = 2, new.state = 3)
    on conflict (connector) do update set
        pending = pending + excluded.pending, acknowledged = acknowledged + excluded.acknowledged,
        superseded = superseded + excluded.superseded, dead = dead + excluded.dead;
end;

create trigger outbox_uncounted after delete on outbox
begin
    update connector_total set
        pending = pending - (old.state = 0), acknowledged = acknowledged - (old.state = 1),
        superseded = superseded - (old.state = 2), dead = dead - (old.state = 3)
    where connector = old.connector;
end;

create trigger outbox_moved after update of state on outbox when old.state <> new.state
begin
    update connector_total set
        pending = pending + (new.state = 0) - (old.state = 0), acknowledged = acknowledged + (new.state = 1) - (old.state = 1),
        superseded = superseded + (new.state = 2) - (old.state = 2), dead = dead + (new.state = 3) - (old.state = 3)
    where connector = new.connector;
end;
