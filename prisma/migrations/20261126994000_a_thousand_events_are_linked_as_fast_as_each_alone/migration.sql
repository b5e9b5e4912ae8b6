-- The head of the chain is written once a transaction. Written for each event, its one row had as many dead versions as the
-- transaction had events, and each look at it walked through all of them: an act on many items took the square of their number.
-- Nothing here is looked for but by its key: a plan made for the first of many events is kept for all, and to it the tables are empty.

/** Deferred to the commit, so that the head's lock is held for the commit alone. */
create or replace function link_audit_event() returns trigger language plpgsql security definer
set search_path = public set enable_seqscan = off as $$
declare head audit_head; latest audit_link; event_hash bytea; begin
  select * into head from audit_head where id = 1 for update;
  -- Beyond the head stands only what this very transaction has linked: nobody else gets past its lock.
  select * into latest from audit_link where position > head.position order by position desc limit 1;
  if found then head.position := latest.position; head.hash := latest.hash; end if;
  event_hash := sha256(convert_to(audit_line(new.id), 'UTF8'));
  head.position := head.position + 1;
  head.hash := sha256(head.hash || event_hash);
  insert into audit_link (position, event_id, hash, event_hash) values (head.position, new.id, head.hash, event_hash);
  return null;
end $$;

/** Asked of every link once all of the transaction's events have theirs; the last of them is the head. */
create function move_audit_head() returns trigger language plpgsql security definer
set search_path = public set enable_seqscan = off as $$ begin
  update audit_head set position = new.position, hash = new.hash
  where id = 1 and not exists (select from audit_link where position > new.position);
  return null;
end $$;
create constraint trigger move_audit_head after insert on audit_link deferrable initially deferred
  for each row execute function move_audit_head();
alter function record_event(uuid, text, uuid, uuid, jsonb) set enable_seqscan = off;
