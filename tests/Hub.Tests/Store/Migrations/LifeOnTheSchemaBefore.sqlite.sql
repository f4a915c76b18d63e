-- What the version wrote that knew 0001_ledger.sql alone, statement by statement as its code had them: a dossier comes in, is sent,
-- waits, is superseded, acknowledged and reconciled, its progress with it; records go to quarantine and come back. @n tells one life from
-- another. Never mend this file: it is how the past was.
insert into run (connector, origin, trigger, started_at, state) values ('alpha', 'source', 'schedule', 1, 'running');
insert into dossier (number, bucket, owner, every_step, tag, event_time, source_hash, base_packet, has_events, packet, packet_hash,
                     status, version, acked_hash, progress_count, progress_digest)
values ('n' || @n, 4096 + @n, 'alpha', 0, 'alpha', 1, @hash, null, 0, @packet, @hash, 2, 1, null, 0, null);
insert into outbox (number, connector, kind, row_hash, version, range, origin, run_id, state, query_first, due_at, created_at)
values ('n' || @n, 'alpha', 1, null, 1, 0, 'source', (select max(id) from run), 0, 0, 1, 1);
insert into progress (number, row_hash, connector, row, event_time) values ('n' || @n, @rowHash, 'alpha', @row, 1) on conflict do nothing;
insert into outbox (number, connector, kind, row_hash, version, range, origin, run_id, state, query_first, due_at, created_at)
values ('n' || @n, 'alpha', 2, @rowHash, 0, 0, 'source', (select max(id) from run), 0, 0, 1, 1);
insert into quarantine (run_id, connector, source_key, source_time, number, code, pointer, message, content, content_hash,
                        correlation_id, arrival, first_seen, last_seen, due_at, state, fingerprint)
values ((select max(id) from run), 'alpha', 'k' || @n, 1, null, 'status-unknown', '/x', 'm', '{}', @hash, 'c', 1, 1, 1, null, 'open', 'f');
insert into page_receipt (run_id, page_no, connector, origin, read, unchanged, ignored, quarantined, accepted,
                          watermark_before, watermark_after, epoch, committed_at)
values ((select max(id) from run), 1, 'alpha', 'source', 4, 1, 0, 1, 2, null, 's|1', 1, 1);
insert into stream (connector, watermark, position, read_at) values ('alpha', 's|1', null, 1)
on conflict (connector) do update set watermark = excluded.watermark, position = excluded.position, read_at = excluded.read_at;
insert into attempt (range, epoch, kind, rows, started_at)
values (0, 1, 1, (select json_array(id) from outbox where number = 'n' || @n and kind = 1), 1);
update outbox set attempts = attempts + 1, due_at = 2, query_first = 1, fault = 'UnknownOutcome', message = 'cut'
where number = 'n' || @n and kind = 1 and state = 0;
update attempt set ended_at = 2, outcome = 'known' where id = (select max(id) from attempt);
update outbox set due_at = max(due_at, 2) where number = 'n' || @n and kind = 2 and state = 0;
update outbox set state = 2, settled_at = 3 where number = 'n' || @n and kind = 1 and state in (0, 3);
update arrival set last = last + 1 returning last;
insert into dossier_event (number, event_time, arrival, connector, kind, members, unless, every_step, hash)
values ('n' || @n, 2, (select last from arrival), 'alpha', 'change', '{"TrangThaiHoSo":"2"}', '4,5', 0, @hash) returning id;
update dossier set has_events = 1, base_packet = '{}' where number = 'n' || @n;
update dossier set owner = 'alpha', every_step = 0, tag = 'alpha', event_time = 2, source_hash = @hash, has_events = 1, packet = @packet,
                   packet_hash = @hash, status = 2, version = 2
where number = 'n' || @n;
insert into run (connector, origin, trigger, started_at, state) values ('alpha', 'source', 'schedule', 2, 'running');
insert into outbox (number, connector, kind, row_hash, version, range, origin, run_id, state, query_first, due_at, created_at)
values ('n' || @n, 'alpha', 1, null, 2, 0, 'source', (select max(id) from run), 0, 1, 2, 2);
update quarantine set state = 'released', due_at = null where source_key = 'k' || @n and state = 'open';
insert into page_receipt (run_id, page_no, connector, origin, read, unchanged, ignored, quarantined, accepted,
                          watermark_before, watermark_after, epoch, committed_at)
values ((select max(id) from run), 1, 'alpha', 'source', 1, 0, 0, 0, 1, 's|1', 's|2', 1, 2);
update outbox set state = 1, attempts = attempts + 1, settled_at = 4, fault = null, message = null, query_first = 0
where number = 'n' || @n and kind = 1 and state = 0;
update dossier set acked_version = 2, acked_hash = @hash, acked_packet = null, acked_at = 4, written = max(written, 0),
                   version = max(version, 2)
where number = 'n' || @n;
update progress set acked_at = 4 where number = 'n' || @n and row_hash = @rowHash and acked_at is null;
update outbox set state = 1, attempts = attempts + 1, settled_at = 4, fault = null, message = null, query_first = 0
where number = 'n' || @n and kind = 2 and state = 0;
update dossier set progress_count = 1, progress_digest = @rowHash where number = 'n' || @n;
update run set ended_at = 5, state = 'completed', fault = null, message = null where state = 'running';
insert into callback_journal (connector, name, key, content, received_at) values ('land', 'update', 'k' || @n, '{}', 5);
insert into ledger_value (name, value) values ('target', 't') on conflict do nothing;
insert into reconciliation (trigger, started_at, state) values ('schedule', 6, 'running');
insert into difference (reconciliation_id, number, connector, kind, members, ledger_version, target_version, ledger_status, target_status,
                        resolution)
values ((select max(id) from reconciliation), 'n' || @n, 'alpha', 'status-differs', 'TrangThaiHoSo', 2, 2, '2', '4', 'reported');
update reconciliation set mode = 'digest', ended_at = 7, state = 'completed', ledger = 1, target = 1, compared = 1, calls = 1
where id = (select max(id) from reconciliation);
