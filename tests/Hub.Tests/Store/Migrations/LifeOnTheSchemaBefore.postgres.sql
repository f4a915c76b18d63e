-- What the version wrote that knew 0001_ledger.sql alone, statement by statement as its code had them: a node beats and takes a lease, a
-- dossier comes in, waits, is superseded and acknowledged, its progress with it; a record goes to quarantine and comes back. @n tells one
-- life from another. Never mend this file: it is how the past was.
insert into lease (resource, owner, epoch, expires_at) values ('stream/alpha', 'me', 1, clock_timestamp() + interval '1 second')
on conflict (resource) do update set owner = excluded.owner, epoch = lease.epoch + 1, expires_at = excluded.expires_at;
update lease set expires_at = clock_timestamp() + interval '1 second' where resource = 'stream/alpha' and expires_at > clock_timestamp();
select epoch from lease where resource = 'stream/alpha' and expires_at > clock_timestamp() for share;
insert into node (name, started_at, seen_at) values ('me', clock_timestamp(), clock_timestamp())
on conflict (name) do update set seen_at = excluded.seen_at;
insert into run (id, connector, origin, trigger, started_at, ended_at, state)
values (nextval('next_run'), 'alpha', 'source', 'schedule', 1, null, 'running');
insert into dossier (number, bucket, owner, every_step, tag, event_time, source_hash, has_events, packet_hash, status, version,
                     acked_version, acked_hash, acked_at, progress_count, progress_digest, written, arrival)
values ('n' || @n, 4096 + @n, 'alpha', false, 'alpha', 1, @hash, false, @hash, 2, 1, null, null, null, 0, null, false, 1);
insert into packet (number, packet, base_packet, acked_packet, sent) values ('n' || @n, @packet, null, null, null);
insert into progress (number, row_hash, connector, row, event_time, acked_at) values ('n' || @n, @rowHash, 'alpha', @row, 1, null);
insert into outbox (id, number, connector, kind, row_hash, version, range, origin, run_id, state, attempts, due_at, query_first,
                    fault, message, created_at, settled_at)
values (nextval('next_outbox'), 'n' || @n, 'alpha', 1, null, 1, 0, 'source', currval('next_run'), 0, 0, 1, false, null, null, 1, null),
       (nextval('next_outbox'), 'n' || @n, 'alpha', 2, @rowHash, 0, 0, 'source', currval('next_run'), 0, 0, 1, false, null, null, 1, null);
insert into quarantine (id, run_id, connector, source_key, source_time, arrival, number, code, pointer, message, content, content_hash,
                        correlation_id, first_seen, last_seen, attempts, due_at, state, fingerprint)
values (nextval('next_quarantine'), currval('next_run'), 'alpha', 'k' || @n, 1, nextval('next_arrival'), null, 'status-unknown', '/x', 'm',
        '{}', @hash, 'c', 1, 1, 0, null, 'open', 'f');
insert into page_receipt (run_id, page_no, connector, origin, read, unchanged, ignored, quarantined, accepted,
                          watermark_before, watermark_after, epoch, committed_at)
values (currval('next_run'), 1, 'alpha', 'source', 4, 1, 0, 1, 2, null, 's|1', 1, 1);
insert into stream (connector, watermark, position, paused_at, paused_reason, read_at, fault, fault_message, failures)
values ('alpha', 's|1', null, null, null, 1, null, null, 0)
on conflict (connector) do update set watermark = excluded.watermark, position = excluded.position, read_at = excluded.read_at;
insert into connector_total (connector, lane, read, unchanged, ignored, quarantined, accepted, pending, acknowledged, superseded, dead)
values ('alpha', 64, 4, 1, 0, 1, 2, 2, 0, 0, 0)
on conflict (connector, lane) do update set
    read = connector_total.read + excluded.read, unchanged = connector_total.unchanged + excluded.unchanged,
    quarantined = connector_total.quarantined + excluded.quarantined, accepted = connector_total.accepted + excluded.accepted,
    pending = connector_total.pending + excluded.pending;
insert into attempt (id, range, epoch, kind, rows, started_at)
values (nextval('next_attempt'), 0, 1, 1, array(select id from outbox where number = 'n' || @n and kind = 1), 1);
update attempt set ended_at = 2, outcome = 'known' where id = currval('next_attempt');
insert into dossier_event (id, number, event_time, arrival, connector, kind, members, unless, every_step, hash)
values (nextval('next_event'), 'n' || @n, 2, nextval('next_arrival'), 'alpha', 'change', '{"TrangThaiHoSo":"2"}', '4,5', false, @hash);
update packet p set packet = u.packet, base_packet = u.base_packet
from unnest(array['n' || @n], array[@packet], array['{}']) u(number, packet, base_packet) where p.number = u.number;
update outbox set state = 1, attempts = attempts + 1, settled_at = 4 where number = 'n' || @n and state = 0;
update connector_total set pending = pending - 2, acknowledged = acknowledged + 2 where connector = 'alpha' and lane = 64;
update dossier set acked_version = 1, acked_hash = @hash, acked_at = 4, progress_count = 1, progress_digest = @rowHash, has_events = true
where number = 'n' || @n;
update progress set acked_at = 4 where number = 'n' || @n;
update quarantine set state = 'released', due_at = null where source_key = 'k' || @n and state = 'open';
update bucket set count = count + 0 where prefix = 0;
update run set ended_at = 5, state = 'completed', fault = null, message = null where state = 'running';
insert into callback_journal (connector, name, key, content, received_at) values ('land', 'update', 'k' || @n, '{}', 5);
insert into ledger_value (name, value) values ('target', 't') on conflict do nothing;
insert into reconciliation (id, trigger, started_at, state) values (nextval('next_reconciliation'), 'schedule', 6, 'running');
insert into difference (id, reconciliation_id, number, connector, kind, members, ledger_version, target_version, ledger_status,
                        target_status, resolution)
values (nextval('next_difference'), currval('next_reconciliation'), 'n' || @n, 'alpha', 'status-differs', 'TrangThaiHoSo', 2, 2, '2', '4',
        'reported');
update reconciliation set mode = 'digest', ended_at = 7, state = 'completed' where id = currval('next_reconciliation');
