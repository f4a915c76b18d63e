-- The ledger on PostgreSQL. Times are whole microseconds since 1970-01-01 UTC; hashes are 32 bytes; packets are JSON text, byte for
-- byte as they were rendered, so no jsonb. Text is compared by its bytes (collation "C"), as everywhere in the hub.

-- Numbers. They are given after a transaction has locked its dossiers, so of one dossier what is later has the higher number.
create sequence next_arrival;
create sequence next_event;
create sequence next_outbox;
create sequence next_quarantine;
create sequence next_run;
create sequence next_attempt;
create sequence next_reconciliation;
create sequence next_difference;

-- Who may work on what: the streams of sources, the 64 ranges of delivery, reconciliation. Time is the database's.
create table lease (
    resource   text        collate "C" primary key,
    owner      text        not null,
    epoch      bigint      not null,
    expires_at timestamptz not null
) with (fillfactor = 50);

-- The processes that work on this ledger, and when each last said so.
create table node (
    name       text        collate "C" primary key,
    started_at timestamptz not null,
    seen_at    timestamptz not null
) with (fillfactor = 50);

-- One row a connector: how far it has been read (watermark), where the present run stands (position).
create table stream (
    connector     text   collate "C" primary key,
    watermark     text,
    position      text,
    paused_at     bigint,
    paused_reason text,
    read_at       bigint,
    fault         text,
    fault_message text,
    failures      int    not null default 0
) with (fillfactor = 50);

create table run (
    id         bigint primary key,
    connector  text   collate "C" not null,
    origin     text   not null check (origin in ('source', 'quarantine', 'repair', 'resync')),
    trigger    text   not null,
    started_at bigint not null,
    ended_at   bigint,
    state      text   not null check (state in ('running', 'completed', 'failed', 'abandoned')),
    fault      text,
    message    text
);
create index run_connector on run (connector, id);
create index run_running on run (connector) where state = 'running';

-- One row a committed page. The first balance: what was read is what became of it.
create table page_receipt (
    run_id           bigint not null references run (id),
    page_no          int    not null,
    connector        text   not null,
    origin           text   not null,
    read             int    not null check (read >= 0),
    unchanged        int    not null check (unchanged >= 0),
    ignored          int    not null check (ignored >= 0),
    quarantined      int    not null check (quarantined >= 0),
    accepted         int    not null check (accepted >= 0),
    watermark_before text,
    watermark_after  text,
    epoch            bigint not null,
    committed_at     bigint not null,
    primary key (run_id, page_no),
    check (read = unchanged + ignored + quarantined + accepted)
);

-- What is decided by, without the packets, so that an acknowledgement writes a short row. Room is left in each page of the table, so
-- that it is written beside the old one and no index has to know.
create table dossier (
    number          text    collate "C" primary key,
    bucket          bigint  not null,
    owner           text,
    every_step      boolean not null,
    tag             text    not null,
    event_time      bigint  not null,
    source_hash     bytea,
    has_events      boolean not null,
    packet_hash     bytea   not null,
    status          int     not null,
    version         bigint  not null,
    acked_version   bigint,
    acked_hash      bytea,
    acked_at        bigint,
    progress_count  bigint  not null,
    progress_digest bytea,
    written         boolean not null,
    arrival         bigint  not null default 0
) with (fillfactor = 60);
create index dossier_bucket on dossier (bucket);

create table packet (
    number       text collate "C" primary key,
    packet       text not null,
    base_packet  text,
    acked_packet text,
    sent         text
);

create table dossier_event (
    id         bigint  primary key,
    number     text    collate "C" not null,
    event_time bigint  not null,
    arrival    bigint  not null,
    connector  text    not null,
    kind       text    not null check (kind in ('dossier', 'change', 'edit')),
    members    text    not null,
    unless     text,
    every_step boolean not null,
    hash       bytea   not null
);
create index dossier_event_number on dossier_event (number);

create table progress (
    number     text   collate "C" not null,
    row_hash   bytea  not null,
    connector  text   not null,
    row        text   not null,
    event_time bigint not null,
    acked_at   bigint,
    primary key (number, row_hash)
) with (fillfactor = 80);

-- What must reach the target. The payload is not here: a row says which dossier or progress row, the ledger has its present form.
create table outbox (
    id          bigint  primary key,
    number      text    collate "C" not null,
    connector   text    collate "C" not null,
    kind        int     not null check (kind in (1, 2)),
    row_hash    bytea,
    version     bigint  not null,
    range       int     not null check (range between 0 and 63),
    origin      text    not null,
    run_id      bigint  not null,
    state       int     not null check (state between 0 and 3),
    attempts    int     not null,
    due_at      bigint  not null,
    query_first boolean not null,
    fault       text,
    message     text,
    created_at  bigint  not null,
    settled_at  bigint
) with (fillfactor = 80);
create index outbox_pending on outbox (range, kind, due_at) where state = 0;
create index outbox_open on outbox (number) where state in (0, 3);
create index outbox_of on outbox (number);
create index outbox_run on outbox (run_id);
create index outbox_dead on outbox (connector, id) where state = 3;

create table attempt (
    id         bigint   primary key,
    range      int      not null,
    epoch      bigint   not null,
    kind       int      not null,
    rows       bigint[] not null,
    started_at bigint   not null,
    ended_at   bigint,
    outcome    text
);
create index attempt_open on attempt (range) where ended_at is null;
create index attempt_time on attempt (range, kind, started_at);

-- All buckets are there from the first, so that their digests are only ever updated, under a lock.
create table bucket (
    prefix int    primary key,
    count  bigint not null,
    digest bytea  not null
) with (fillfactor = 50);
insert into bucket (prefix, count, digest) select prefix, 0, decode(repeat('00', 32), 'hex') from generate_series(0, 4095) prefix;

create table quarantine (
    id             bigint primary key,
    run_id         bigint not null,
    connector      text   collate "C" not null,
    source_key     text   collate "C" not null,
    source_time    bigint,
    arrival        bigint not null,
    number         text   collate "C",
    code           text   not null,
    pointer        text   not null,
    message        text   not null,
    content        text   not null,
    content_hash   bytea  not null,
    correlation_id text   not null,
    first_seen     bigint not null,
    last_seen      bigint not null,
    attempts       int    not null,
    due_at         bigint,
    state          text   not null check (state in ('open', 'released', 'gone', 'dismissed')),
    fingerprint    text   not null,
    record         text   collate "C" generated always as (coalesce(number, source_key)) stored,
    unique (connector, source_key, content_hash)
);
create index quarantine_open on quarantine (connector, id) where state = 'open';
create index quarantine_number on quarantine (number) where state = 'open';
create index quarantine_due on quarantine (due_at) where state = 'open';
create index quarantine_run on quarantine (run_id);
create index quarantine_record on quarantine (record, state);

-- Written under a lock of its own, so that what has the higher sequence was committed later.
create table callback_journal (
    sequence    bigint generated always as identity primary key,
    connector   text   collate "C" not null,
    name        text   not null,
    key         text   not null,
    content     text   not null,
    received_at bigint not null
);
create index callback_journal_connector on callback_journal (connector, sequence);

create table reconciliation (
    id          bigint primary key,
    trigger     text   not null,
    mode        text   check (mode in ('digest', 'query')),
    started_at  bigint not null,
    ended_at    bigint,
    state       text   not null check (state in ('running', 'completed', 'failed')),
    ledger      bigint not null default 0,
    target      bigint,
    compared    bigint not null default 0,
    calls       bigint not null default 0,
    differences bigint not null default 0,
    repairs     bigint not null default 0,
    fault       text,
    message     text
);

create table difference (
    id                bigint primary key,
    reconciliation_id bigint not null references reconciliation (id),
    number            text   collate "C" not null,
    connector         text   not null,
    kind              text   not null,
    members           text   not null,
    ledger_version    bigint,
    target_version    bigint,
    ledger_status     text,
    target_status     text,
    resolution        text   not null
);
create index difference_of on difference (reconciliation_id, id);
create index difference_number on difference (number);

create table ledger_value (
    name  text collate "C" primary key,
    value text not null
);

-- What receipts and outbox add up to. Who works at the same time writes rows of different lanes and waits for nobody; the sum counts.
create table connector_total (
    connector    text   collate "C",
    lane         int    not null,
    read         bigint not null,
    unchanged    bigint not null,
    ignored      bigint not null,
    quarantined  bigint not null,
    accepted     bigint not null,
    pending      bigint not null,
    acknowledged bigint not null,
    superseded   bigint not null,
    dead         bigint not null,
    primary key (connector, lane)
) with (fillfactor = 50);
