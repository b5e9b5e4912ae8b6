-- A link can be followed by whoever does not know its event: it is the hash of the link before and of the event's own hash, no longer
-- of the event itself. Links from before stay what they are, with no hash of their event; heads that were noted hold. The two kinds cannot
-- be taken for each other: an event's line is longer than a hash.
alter table audit_link add column event_hash bytea check (octet_length(event_hash) = 32);

/** Deferred to the commit, so that the head's lock is held for the commit alone. */
create or replace function link_audit_event() returns trigger language plpgsql security definer set search_path = public as $$
declare head audit_head; event_hash bytea; begin
  select * into head from audit_head where id = 1 for update;
  event_hash := sha256(convert_to(audit_line(new.id), 'UTF8'));
  head.position := head.position + 1;
  head.hash := sha256(head.hash || event_hash);
  insert into audit_link (position, event_id, hash, event_hash) values (head.position, new.id, head.hash, event_hash);
  update audit_head set position = head.position, hash = head.hash where id = 1;
  return null;
end $$;
/** Asked by every release: where the chain begins that can be followed without its events. */
create index audit_link_opaque on audit_link (position) where event_hash is null;
