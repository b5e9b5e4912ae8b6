-- Hashes of events leave with releases. Whoever sees an event but not who acted (an admin, while its item is open) could have
-- hashed it with each name in turn. So the name is hashed with a salt of its own, which stands beside it, behind the same policy.
-- Links from before stay what they are: their events have none.
alter table audit_actor add column salt uuid;
alter table audit_actor alter column salt set default gen_random_uuid();

/** What the chain hashes of an event: one line, the same in every language that can join strings. A detail ends in a brace: nothing in it passes for a salt. */
create or replace function audit_line(event uuid) returns text language sql stable as $$
  select concat_ws('|', e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.kind, coalesce(e.study_id::text, ''),
    coalesce(e.item_id::text, ''), coalesce(a.person_id::text, ''), e.detail::text, a.salt)
  from audit_event e left join audit_actor a on a.event_id = e.id where e.id = event $$;
