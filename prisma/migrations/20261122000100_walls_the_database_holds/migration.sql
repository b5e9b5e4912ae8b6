-- What must hold whatever the application does: who sees which row, at most k readings, one part per person and item,
-- spans that quote their text, answers that never change, an audit trail that cannot be rewritten.

-- ── The restricted role ────────────────────────────────────────────────────────────────────────────────────────────────
-- It owns nothing, so row security binds it. Each installation's login role is a member of it (lib/db set-up).
do $$ begin create role doubleread_app nologin; exception when duplicate_object or unique_violation then null; end $$;
grant usage on schema public to doubleread_app;
grant select, insert, update, delete on all tables in schema public to doubleread_app;
revoke all on "_prisma_migrations" from doubleread_app;
-- Answers, verdicts and audit entries are only ever added.
revoke update, delete on judgment, verdict, audit_event, audit_actor, decline, message, unsealing from doubleread_app;
revoke insert, update, delete on audit_link, audit_head from doubleread_app;
revoke delete on person, study, item, seal, seat, hand, adjudication, thread, thread_asker from doubleread_app;

-- ── Who is asking ──────────────────────────────────────────────────────────────────────────────────────────────────────
create function viewer_id() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.viewer_id', true), '')::uuid $$;
create function is_system() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('app.system', true), '') <> '' $$;
create function viewer_is_owner() returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from person where id = viewer_id() and owner and deactivated_at is null) $$;
create function viewer_studies(wanted role) returns uuid[] language sql stable security definer set search_path = public as
  $$ select coalesce(array_agg(m.study_id), '{}') from membership m join person p on p.id = m.person_id
     where m.person_id = viewer_id() and m.role = wanted and p.deactivated_at is null $$;
create function viewer_any_studies() returns uuid[] language sql stable security definer set search_path = public as
  $$ select coalesce(array_agg(distinct m.study_id), '{}') from membership m join person p on p.id = m.person_id
     where m.person_id = viewer_id() and p.deactivated_at is null $$;
/** People whom an admin may see: the members of their studies. */
create function viewer_colleagues() returns setof uuid language sql stable security definer set search_path = public as
  $$ select distinct person_id from membership where study_id = any (viewer_studies('admin')) $$;
create function viewer_items() returns setof uuid language sql stable security definer set search_path = public as
  $$ select item_id from hand where person_id = viewer_id() and ended_at is null and role in ('reader', 'adjudicator') $$;
create function viewer_part(item uuid) returns hand_role language sql stable security definer set search_path = public as
  $$ select role from hand where item_id = item and person_id = viewer_id() and ended_at is null $$;
/** An admin sees who said what once the item is closed, or after a reasoned unsealing of their own. */
create function bared_to_viewer(item uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from item i where i.id = item and i.study_id = any (viewer_studies('admin'))
       and (i.stage = 'closed' or exists (select from unsealing u where u.item_id = i.id and u.person_id = viewer_id()))) $$;
create function verdict_shown_to_viewer(item uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from item i join study s on s.id = i.study_id join hand h on h.item_id = i.id
       where i.id = item and i.stage = 'closed' and s.shows_verdicts
         and h.person_id = viewer_id() and h.role = 'reader' and h.ended_at is null) $$;

-- ── Row security: lib/blinding/sight.ts says the same in TypeScript; a property test holds the two together ──────────────
do $$ declare t text; begin
  foreach t in array array['person','credential','profile','conflict_of_interest','session','invitation','membership','study',
    'protocol','picture','import','import_row','batch','batch_pool','lane','item','seal','hand','seat','judgment','draft','decline',
    'adjudication','verdict','unsealing','thread','thread_asker','message','audit_event','audit_actor','audit_link','audit_head'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system on %I using ((select is_system())) with check ((select is_system()))', t);
  end loop;
end $$;

create policy sight on person for select using
  (id = (select viewer_id()) or (select viewer_is_owner()) or id in (select viewer_colleagues()));
create policy own on person for update using (id = (select viewer_id())) with check (id = (select viewer_id()));
revoke update on person from doubleread_app;
grant update (name, locale, email, owner, deactivated_at) on person to doubleread_app;
create function person_guard() returns trigger language plpgsql as $$ begin
  if not is_system() and (new.email, new.owner, new.deactivated_at) is distinct from (old.email, old.owner, old.deactivated_at) then
    raise exception 'only the system changes who a person is' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger person_guard before update on person for each row execute function person_guard();

create policy sight on profile for select using
  (person_id = (select viewer_id()) or (select viewer_is_owner()) or person_id in (select viewer_colleagues()));
create policy own on profile using (person_id = (select viewer_id())) with check (person_id = (select viewer_id()));
create policy sight on conflict_of_interest for select using
  (person_id = (select viewer_id()) or (select viewer_is_owner()) or person_id in (select viewer_colleagues()));
create policy own on conflict_of_interest using (person_id = (select viewer_id())) with check (person_id = (select viewer_id()));
create policy own on session using (person_id = (select viewer_id())) with check (person_id = (select viewer_id()));

create policy admins on invitation
  using (study_id = any ((select viewer_studies('admin'))::uuid[]) or (select viewer_is_owner()))
  with check ((study_id = any ((select viewer_studies('admin'))::uuid[]) and not owner) or (select viewer_is_owner()));
create policy sight on membership for select using
  (person_id = (select viewer_id()) or (select viewer_is_owner()) or study_id = any ((select viewer_studies('admin'))::uuid[]));
create policy admins on membership
  using (study_id = any ((select viewer_studies('admin'))::uuid[]) or (select viewer_is_owner()))
  with check (study_id = any ((select viewer_studies('admin'))::uuid[]) or (select viewer_is_owner()));

create policy sight on study for select using
  (id = any ((select viewer_any_studies())::uuid[]) or (select viewer_is_owner()));
create policy founders on study for insert with check ((select viewer_is_owner()));
create policy admins on study for update using (id = any ((select viewer_studies('admin'))::uuid[]));
create policy sight on protocol for select using
  (study_id = any ((select viewer_studies('admin'))::uuid[])
   or (number is not null and study_id = any ((select viewer_any_studies())::uuid[])));
create policy admins on protocol using (study_id = any ((select viewer_studies('admin'))::uuid[]));
create policy sight on picture for select using (study_id = any ((select viewer_any_studies())::uuid[]));
create policy admins on picture using (study_id = any ((select viewer_studies('admin'))::uuid[]));
create policy admins on import using (study_id = any ((select viewer_studies('admin'))::uuid[]));
create policy admins on import_row using (import_id in (select id from import));
create policy sight on batch for select using
  (study_id = any ((select viewer_studies('reader'))::uuid[]) or study_id = any ((select viewer_studies('admin'))::uuid[]));
create policy admins on batch using (study_id = any ((select viewer_studies('admin'))::uuid[]));
create policy admins on batch_pool using (batch_id in (select id from batch where study_id = any ((select viewer_studies('admin'))::uuid[])));
create policy admins on lane using (batch_id in (select id from batch where study_id = any ((select viewer_studies('admin'))::uuid[])));

create policy sight on item for select using
  (study_id = any ((select viewer_studies('admin'))::uuid[]) or id in (select viewer_items()));
create policy sight on seal for select using (bared_to_viewer(item_id));
create policy sight on hand for select using (person_id = (select viewer_id()) or bared_to_viewer(item_id));
create policy sight on seat for select using
  ((person_id = (select viewer_id()) and viewer_part(item_id) = 'reader')
   or (study_id = any ((select viewer_studies('admin'))::uuid[]) and bared_to_viewer(item_id)));
create policy sight on judgment for select using
  (exists (select from seat s where s.id = seat_id and s.person_id = (select viewer_id()))
   or viewer_part(item_id) = 'adjudicator'
   or (study_id = any ((select viewer_studies('admin'))::uuid[]) and bared_to_viewer(item_id)));
create policy own on draft using (person_id = (select viewer_id())) with check (person_id = (select viewer_id()));
create policy sight on decline for select using
  (exists (select from item i where i.id = item_id and i.study_id = any ((select viewer_studies('admin'))::uuid[])));
create policy sight on adjudication for select using
  (person_id = (select viewer_id())
   or (study_id = any ((select viewer_studies('admin'))::uuid[]) and bared_to_viewer(item_id)));
create policy sight on verdict for select using
  (study_id = any ((select viewer_studies('admin'))::uuid[])
   or viewer_part(item_id) = 'adjudicator'
   or verdict_shown_to_viewer(item_id));
create policy sight on unsealing for select using
  (exists (select from item i where i.id = item_id and i.study_id = any ((select viewer_studies('admin'))::uuid[])));

create function asked_by_viewer(thread uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from thread_asker a where a.thread_id = thread and a.person_id = viewer_id()) $$;
create policy sight on thread for select using
  (study_id = any ((select viewer_studies('admin'))::uuid[]) or asked_by_viewer(id));
create policy admins on thread for update using (study_id = any ((select viewer_studies('admin'))::uuid[]));
create policy own on thread_asker for select using (person_id = (select viewer_id()));
create policy sight on message for select using (thread_id in (select id from thread));
create policy speak on message for insert with check
  ((from_admin and thread_id in (select id from thread where study_id = any ((select viewer_studies('admin'))::uuid[])))
   or (not from_admin and asked_by_viewer(thread_id)));

create policy sight on audit_event for select using
  ((select viewer_is_owner()) or study_id = any ((select viewer_studies('admin'))::uuid[]));
create policy sight on audit_actor for select using
  (person_id = (select viewer_id())
   or exists (select from audit_event e where e.id = event_id and (e.item_id is null or bared_to_viewer(e.item_id))));
create policy sight on audit_link for select using ((select viewer_is_owner()));
create policy sight on audit_head for select using ((select viewer_is_owner()));

-- ── Shape ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
alter table person add constraint person_email_is_lower_case check (email = lower(email) and email like '%_@_%');
alter table conflict_of_interest add constraint conflict_kind check (kind in ('source', 'person'));
alter table study add constraint study_k_is_1_to_9 check (readers_per_item between 1 and 9);
alter table batch add constraint batch_k_is_1_to_9 check (readers_per_item between 1 and 9);
alter table item
  add constraint item_length_counts_code_points check (length = char_length(text)),
  add constraint item_hash_is_of_its_text check (text_hash = sha256(convert_to(text, 'UTF8'))),
  add constraint item_is_read_in_a_batch check (stage = 'pool' or stage = 'withdrawn' or batch_id is not null);
create unique index protocol_one_draft on protocol (study_id) where number is null;
create index seat_queue on seat (batch_id, lane, queue, id) where submitted_at is null;
create index seat_lease on seat (lease_until) where submitted_at is null and person_id is not null;
create unique index adjudication_one_unsettled on adjudication (item_id) where settled_at is null;
create index adjudication_waiting on adjudication (study_id, opened_at) where settled_at is null;

alter table verdict
  add constraint verdict_source check (source in ('consensus', 'adjudication')),
  add constraint verdict_answers_or_says_unusable check (usable = (answer is not null)),
  add constraint verdict_by_adjudication_is_reasoned check
    (source = 'consensus' or (adjudication_id is not null and cause is not null and length(trim(rationale)) > 0));

-- One part per person and item: seats and adjudications can only be held through the person's hand in that very role.
alter table seat
  add constraint seat_held_or_free check ((person_id is null) = (hand_role is null) and (hand_role is null or hand_role = 'reader')),
  add constraint seat_held_under_lease check (person_id is null or submitted_at is not null or lease_until is not null),
  add constraint seat_submitted_by_someone check (submitted_at is null or person_id is not null),
  add constraint seat_through_hand foreign key (item_id, person_id, hand_role) references hand (item_id, person_id, role);
alter table adjudication
  add constraint adjudication_held_or_free check
    ((person_id is null) = (hand_role is null) and (hand_role is null or hand_role = 'adjudicator')),
  add constraint adjudication_through_hand foreign key (item_id, person_id, hand_role) references hand (item_id, person_id, role);

create function seat_is_one_of_k() returns trigger language plpgsql as $$ declare k int; begin
  select readers_per_item into k from batch where id = new.batch_id;
  if ascii(new.letter) - 64 not between 1 and k then
    raise exception 'seat % is beyond the % readings of its item', new.letter, k using errcode = 'check_violation', constraint = 'seat_is_one_of_k';
  end if;
  return new;
end $$;
create trigger seat_is_one_of_k before insert or update of letter, batch_id, item_id on seat for each row execute function seat_is_one_of_k();

create function refuse_change() returns trigger language plpgsql as $$ begin
  raise exception '% is immutable', tg_table_name using errcode = 'restrict_violation', constraint = tg_table_name || '_is_immutable';
end $$;
create trigger judgment_is_immutable before update or delete on judgment for each row execute function refuse_change();
create trigger verdict_is_immutable before update or delete on verdict for each row execute function refuse_change();
create trigger hand_keeps_its_role before update of role, item_id, person_id on hand for each row execute function refuse_change();
create trigger item_text_is_immutable before update of text, text_hash, length, content, external_id, study_id on item for each row execute function refuse_change();
create trigger seal_is_immutable before update or delete on seal for each row execute function refuse_change();
create trigger batch_k_is_immutable before update of readers_per_item, study_id on batch for each row execute function refuse_change();
create trigger published_protocol_is_immutable before update or delete on protocol for each row when (old.number is not null) execute function refuse_change();
create trigger audit_event_is_immutable before update or delete or truncate on audit_event for each statement execute function refuse_change();
create trigger audit_actor_is_immutable before update or delete or truncate on audit_actor for each statement execute function refuse_change();
create trigger audit_link_is_immutable before update or delete or truncate on audit_link for each statement execute function refuse_change();

/** A span quotes its text: code points [start, end), as substr counts them. */
create function spans_quote_their_text() returns trigger language plpgsql as $$ declare body text; span jsonb; begin
  if new.answer is null or jsonb_typeof(new.answer -> 'spans') is distinct from 'array' or jsonb_array_length(new.answer -> 'spans') = 0 then
    return new;
  end if;
  select text into body from item where id = new.item_id;
  for span in select * from jsonb_array_elements(new.answer -> 'spans') loop
    if (span ->> 'start')::int < 0 or (span ->> 'end')::int <= (span ->> 'start')::int
       or substr(body, (span ->> 'start')::int + 1, (span ->> 'end')::int - (span ->> 'start')::int) is distinct from span ->> 'quote' then
      raise exception 'span % does not quote the text at its offsets', span ->> 'id'
        using errcode = 'check_violation', constraint = 'spans_quote_their_text';
    end if;
  end loop;
  return new;
end $$;
create trigger spans_quote_their_text before insert on judgment for each row execute function spans_quote_their_text();
create trigger spans_quote_their_text before insert on verdict for each row execute function spans_quote_their_text();

-- ── Audit: append-only, chained at commit ──────────────────────────────────────────────────────────────────────────────
insert into audit_head (id, position, hash) values (1, 0, sha256('doubleread'));
/** What the chain hashes of an event: one line, the same in every language that can join strings. */
create function audit_line(event uuid) returns text language sql stable as $$
  select concat_ws('|', e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.kind, coalesce(e.study_id::text, ''),
    coalesce(e.item_id::text, ''), coalesce(a.person_id::text, ''), e.detail::text)
  from audit_event e left join audit_actor a on a.event_id = e.id where e.id = event $$;
/** Deferred to the commit, so that the head's lock is held for the commit alone. */
create function link_audit_event() returns trigger language plpgsql security definer set search_path = public as $$
declare head audit_head; begin
  select * into head from audit_head where id = 1 for update;
  head.position := head.position + 1;
  head.hash := sha256(head.hash || convert_to(audit_line(new.id), 'UTF8'));
  insert into audit_link (position, event_id, hash) values (head.position, new.id, head.hash);
  update audit_head set position = head.position, hash = head.hash where id = 1;
  return null;
end $$;
create constraint trigger link_audit_event after insert on audit_event deferrable initially deferred
  for each row execute function link_audit_event();
/** The one way to add to the audit trail, for viewers and system alike; `actor` null: nobody was signed in. */
create function record_event(actor uuid, kind text, study uuid, item uuid, detail jsonb) returns void
language plpgsql security definer set search_path = public as $$ declare event uuid := gen_random_uuid(); begin
  if not is_system() and actor is distinct from viewer_id() then
    raise exception 'nobody records an act of another person' using errcode = 'insufficient_privilege';
  end if;
  insert into audit_event (id, kind, study_id, item_id, detail) values (event, kind, study, item, detail);
  if actor is not null then insert into audit_actor (event_id, person_id) values (event, actor); end if;
end $$;
revoke insert on audit_event, audit_actor from doubleread_app;

-- ── Claiming ───────────────────────────────────────────────────────────────────────────────────────────────────────────
/** The lanes that a person may read, best first: batch priority, own specialty, due date, then chance. */
create function open_lanes(reader uuid, wanted_study uuid) returns table (batch_id uuid, lane int)
language sql stable security definer set search_path = public as $$
  select l.batch_id, l.number
  from batch b
  join membership m on m.study_id = b.study_id and m.person_id = reader and m.role = 'reader'
  join study s on s.id = b.study_id and s.archived_at is null
  join person p on p.id = reader and p.deactivated_at is null
  left join profile f on f.person_id = reader
  join batch_pool o on o.batch_id = b.id
  join lane l on l.batch_id = b.id
  where b.state = 'open' and (wanted_study is null or b.study_id = wanted_study)
    and (reader = any (o.people)
      or (cardinality(o.people) = 0
          and (cardinality(o.specialties) = 0 or o.specialties && coalesce(f.specialties, '{}'))
          and (cardinality(o.languages) = 0 or o.languages && coalesce(f.languages, '{}'))))
    and (l.language is null or coalesce(cardinality(f.languages), 0) = 0 or l.language = any (f.languages))
  order by b.priority desc, (l.specialty is not null and l.specialty = any (coalesce(f.specialties, '{}'))) desc, b.due_on nulls last, random()
$$;
/** Whether nothing stands between a person and an item: no part in it that rules reading out, no conflict of interest. */
create function may_read(reader uuid, wanted uuid) returns boolean language sql stable security definer set search_path = public as $$
  select not exists (select from hand h where h.item_id = wanted and h.person_id = reader and (h.declined or h.role <> 'reader'))
    and not exists (select from conflict_of_interest c join item i on i.id = wanted
      where c.person_id = reader and ((c.kind = 'source' and c.value = i.source) or (c.kind = 'person' and c.value = i.tags ->> 'author')))
$$;
/** Takes the next free or lapsed seat for a person; null when there is none. Locks: the seat row only, never waiting. */
create function claim_seat(reader uuid, wanted_study uuid, lease interval) returns uuid
language plpgsql security definer set search_path = public as $$ declare place record; found_seat seat; begin
  perform pg_advisory_xact_lock(hashtextextended(reader::text, 1));
  for place in select * from open_lanes(reader, wanted_study) loop
    select s.* into found_seat from seat s
      where s.batch_id = place.batch_id and s.lane = place.lane and s.submitted_at is null
        and (s.person_id is null or s.lease_until < now())
        and not exists (select from seat mine where mine.item_id = s.item_id and mine.round = s.round and mine.person_id = reader)
        and may_read(reader, s.item_id)
      order by s.queue, s.id limit 1 for update of s skip locked;
    if found then
      if found_seat.person_id is not null then
        update hand set ended_at = now() where item_id = found_seat.item_id and person_id = found_seat.person_id;
      end if;
      insert into hand (item_id, person_id, role) values (found_seat.item_id, reader, 'reader')
        on conflict (item_id, person_id) do update set ended_at = null;
      update seat set person_id = reader, hand_role = 'reader', claimed_at = now(), lease_until = now() + lease, active_ms = 0
        where id = found_seat.id;
      return found_seat.id;
    end if;
  end loop;
  return null;
end $$;
revoke execute on function claim_seat, open_lanes, may_read from public;
grant execute on function claim_seat, open_lanes, may_read to doubleread_app;

/** Takes the longest-waiting dispute that a person may settle: none of its seats, no conflict of interest, a language they read. */
create function claim_adjudication(judge uuid, wanted_study uuid, lease interval) returns uuid
language plpgsql security definer set search_path = public as $$ declare waiting adjudication; begin
  perform pg_advisory_xact_lock(hashtextextended(judge::text, 2));
  select a.* into waiting from adjudication a
    join item i on i.id = a.item_id
    join membership m on m.study_id = a.study_id and m.person_id = judge and m.role = 'adjudicator'
    join study s on s.id = a.study_id and s.archived_at is null
    join person p on p.id = judge and p.deactivated_at is null
    left join profile f on f.person_id = judge
    left join batch b on b.id = i.batch_id
    where a.settled_at is null and i.stage = 'adjudicating' and (wanted_study is null or a.study_id = wanted_study)
      and (a.person_id is null or (a.lease_until < now() and a.person_id <> judge))
      and (i.language is null or coalesce(cardinality(f.languages), 0) = 0 or i.language = any (f.languages))
      and not exists (select from hand h where h.item_id = i.id and h.person_id = judge and (h.declined or h.role <> 'adjudicator'))
      and not exists (select from conflict_of_interest c where c.person_id = judge
        and ((c.kind = 'source' and c.value = i.source) or (c.kind = 'person' and c.value = i.tags ->> 'author')))
    order by b.priority desc nulls last, a.opened_at limit 1 for update of a skip locked;
  if not found then return null; end if;
  if waiting.person_id is not null then
    update hand set ended_at = now() where item_id = waiting.item_id and person_id = waiting.person_id;
  end if;
  insert into hand (item_id, person_id, role) values (waiting.item_id, judge, 'adjudicator')
    on conflict (item_id, person_id) do update set ended_at = null;
  update adjudication set person_id = judge, hand_role = 'adjudicator', lease_until = now() + lease where id = waiting.id;
  return waiting.id;
end $$;

-- ── Counts without names: what an admin, a reader, an adjudicator may know of rows that they may not see ─────────────────
create function seat_counts(items uuid[]) returns table (item_id uuid, seats int, held int, submitted int)
language sql stable security definer set search_path = public as $$
  select s.item_id, count(*)::int, (count(*) filter (where s.submitted_at is null and s.lease_until > now()))::int, count(s.submitted_at)::int
  from seat s join item i on i.id = s.item_id and i.round = s.round
  where s.item_id = any (items) and s.study_id = any (viewer_studies('admin')) group by s.item_id
$$;
create function study_seat_totals(wanted uuid) returns table (batch_id uuid, seats int, held int, submitted int)
language sql stable security definer set search_path = public as $$
  select s.batch_id, count(*)::int, (count(*) filter (where s.submitted_at is null and s.lease_until > now()))::int, count(s.submitted_at)::int
  from seat s join item i on i.id = s.item_id and i.round = s.round
  where s.study_id = wanted and wanted = any (viewer_studies('admin')) group by s.batch_id
$$;
create function study_submissions_per_day(wanted uuid, zone text) returns table (day date, submissions int)
language sql stable security definer set search_path = public as $$
  select (submitted_at at time zone zone)::date, count(*)::int from seat
  where study_id = wanted and submitted_at is not null and wanted = any (viewer_studies('admin')) group by 1 order by 1
$$;
create function study_workload(wanted uuid)
returns table (person_id uuid, held int, submitted int, declined int, settled int, active_ms bigint, last_on date)
language sql stable security definer set search_path = public as $$
  select p.person_id,
    (select count(*) from seat s where s.study_id = wanted and s.person_id = p.person_id and s.submitted_at is null and s.lease_until > now())::int,
    (select count(*) from seat s where s.study_id = wanted and s.person_id = p.person_id and s.submitted_at is not null)::int,
    (select count(*) from hand h join item i on i.id = h.item_id where i.study_id = wanted and h.person_id = p.person_id and h.declined)::int,
    (select count(*) from adjudication a where a.study_id = wanted and a.person_id = p.person_id and a.settled_at is not null)::int,
    (select coalesce(sum(s.active_ms), 0) from seat s where s.study_id = wanted and s.person_id = p.person_id)::bigint,
    (select max(s.submitted_at)::date from seat s where s.study_id = wanted and s.person_id = p.person_id)
  from (select distinct m.person_id from membership m where m.study_id = wanted) p
  where wanted = any (viewer_studies('admin'))
$$;
create function study_disputes(wanted uuid) returns table (item_id uuid, opened_at timestamptz, held boolean)
language sql stable security definer set search_path = public as $$
  select a.item_id, a.opened_at, coalesce(a.lease_until > now(), false) from adjudication a
  where a.study_id = wanted and a.settled_at is null and wanted = any (viewer_studies('admin'))
$$;
/** Seats the viewer could claim, per study; counted to 500 a lane and no further. */
create function desk_waiting() returns table (study_id uuid, waiting int)
language sql stable security definer set search_path = public as $$
  select b.study_id, sum(n.free)::int from open_lanes(viewer_id(), null) l join batch b on b.id = l.batch_id
  cross join lateral (select count(*) as free from (
    select distinct s.item_id from seat s where s.batch_id = l.batch_id and s.lane = l.lane and s.submitted_at is null
      and (s.person_id is null or s.lease_until < now())
      and not exists (select from seat mine where mine.item_id = s.item_id and mine.round = s.round and mine.person_id = viewer_id())
      and may_read(viewer_id(), s.item_id) limit 500) f) n
  group by b.study_id
$$;
/** Disputes the viewer could settle, per study. */
create function bench_waiting() returns table (study_id uuid, waiting int)
language sql stable security definer set search_path = public as $$
  select a.study_id, count(*)::int from adjudication a join item i on i.id = a.item_id
  left join profile f on f.person_id = viewer_id()
  where a.settled_at is null and i.stage = 'adjudicating' and a.study_id = any (viewer_studies('adjudicator'))
    and (a.person_id is null or (a.lease_until < now() and a.person_id <> viewer_id()))
    and (i.language is null or coalesce(cardinality(f.languages), 0) = 0 or i.language = any (f.languages))
    and not exists (select from hand h where h.item_id = i.id and h.person_id = viewer_id() and (h.declined or h.role <> 'adjudicator'))
    and not exists (select from conflict_of_interest c where c.person_id = viewer_id()
      and ((c.kind = 'source' and c.value = i.source) or (c.kind = 'person' and c.value = i.tags ->> 'author')))
  group by a.study_id
$$;
revoke execute on function claim_adjudication, seat_counts, study_seat_totals, study_submissions_per_day, study_workload, study_disputes,
  desk_waiting, bench_waiting from public;
grant execute on function claim_adjudication, seat_counts, study_seat_totals, study_submissions_per_day, study_workload, study_disputes,
  desk_waiting, bench_waiting to doubleread_app;

-- ── Leases: only their holder prolongs them, and never past the length asked of now ────────────────────────────────────
create function renew_seat(wanted uuid, lease interval) returns timestamptz
language sql security definer set search_path = public as $$
  update seat set lease_until = now() + least(lease, interval '2 hours')
  where id = wanted and person_id = viewer_id() and submitted_at is null returning lease_until
$$;
create function renew_adjudication(wanted uuid, lease interval) returns timestamptz
language sql security definer set search_path = public as $$
  update adjudication set lease_until = now() + least(lease, interval '2 hours')
  where id = wanted and person_id = viewer_id() and settled_at is null returning lease_until
$$;
revoke execute on function renew_seat, renew_adjudication from public;
grant execute on function renew_seat, renew_adjudication to doubleread_app;

-- ── The bench: readings by letter, for the one person who settles the item ─────────────────────────────────────────────
create function readings_to_settle(item uuid) returns table (letter text, answer jsonb, protocol int)
language sql stable security definer set search_path = public as $$
  select distinct on (s.letter) s.letter::text, j.answer, p.number
  from seat s join item i on i.id = s.item_id and i.round = s.round
  join judgment j on j.seat_id = s.id join protocol p on p.id = j.protocol_id
  where s.item_id = readings_to_settle.item and s.submitted_at is not null and viewer_part(readings_to_settle.item) = 'adjudicator'
  order by s.letter, j.revision desc
$$;
revoke execute on function readings_to_settle from public;
grant execute on function readings_to_settle to doubleread_app;
