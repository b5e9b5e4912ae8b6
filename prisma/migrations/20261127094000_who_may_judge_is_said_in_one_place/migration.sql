-- What stands between a person and an item is in one view, for readers and for whoever settles; and for how long something can be taken
-- back follows from one length of time.

-- ── What stands between ────────────────────────────────────────────────────────────────────────────────────────────────
/** `reading`, `settling`: from which of the two it keeps the person. A part in an item keeps from every other. */
create or replace view stands_between as
  select person_id, item_id, case when declined then 'declined' else 'part' end as why,
    declined or role <> 'reader' as reading, declined or role <> 'adjudicator' as settling from hand
  union all select c.person_id, i.id, 'conflict', true, true from conflict_of_interest c join item i on c.value = i.source where c.kind = 'source'
  union all select c.person_id, i.id, 'conflict', true, true from conflict_of_interest c cross join item i cross join lateral unnest(i.authors) a (name)
    where c.kind = 'person' and c.value = a.name
  union all select d.person_id, r.item_id, 'knows-verdict', true, true from download d join release_item r on r.release_id = d.release_id and r.split = d.split where r.record is not null
  union all select person_id, item_id, 'knows-verdict', true, true from span_question_seen
  union all select person_id, item_id, 'bared', true, true from bared_before;

create or replace function may_read(reader uuid, wanted uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select not exists (select from stands_between b where b.person_id = reader and b.item_id = wanted and b.reading) $$;
create function may_settle(judge uuid, wanted uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select not exists (select from stands_between b where b.person_id = judge and b.item_id = wanted and b.settling) $$;

/** Nothing but their own parts can stand between this person and any item: a claim looks at those alone. */
create or replace function unburdened(person uuid) returns boolean language sql stable security definer set search_path = public as $$
  select not exists (select from conflict_of_interest c where c.person_id = unburdened.person)
    and not exists (select from download d where d.person_id = unburdened.person)
    and not exists (select from span_question_seen seen where seen.person_id = unburdened.person)
    and not exists (select from bared_before b where b.person_id = unburdened.person)
$$;

create or replace function eligible_readers(study uuid, items uuid[], people uuid[], specialties text[], languages text[])
returns table (item_id uuid, readers int) language sql stable security definer set search_path = public set jit = off as $$
  with pool as materialized (select * from pool_readers(study, people, specialties, languages)
      where study = any (viewer_studies('admin'))),
    -- Of an item that is being judged it would tell, person by person, who has a part in it.
    wanted as materialized (select i.id, i.language from unnest(items) w (id) join item i on i.id = w.id and i.study_id = study and i.stage = 'pool'),
    speaking as materialized (select l.language, p.person_id from (select distinct language from wanted) l
      join pool p on reads_language(p.languages, l.language)),
    barred as (select w.id, count(distinct b.person_id)::int as readers from pool p join stands_between b on b.person_id = p.person_id and b.reading and b.why <> 'declined'
      join wanted w on w.id = b.item_id and reads_language(p.languages, w.language) group by w.id)
  select w.id, coalesce(n.readers, 0) - coalesce(barred.readers, 0) from wanted w
    left join (select language, count(*)::int as readers from speaking group by language) n on n.language is not distinct from w.language
    left join barred on barred.id = w.id
$$;

create or replace function readings_for_nobody(wanted_study uuid) returns table (batch_id uuid, item_id uuid, readings int)
language sql stable security definer set search_path = public set jit = off as $$
  with running as materialized (select b.id, b.study_id, b.readers_per_item as k, o.people, o.specialties, o.languages
      from batch b join batch_pool o on o.batch_id = b.id
      where b.study_id = wanted_study and b.state <> 'closed' and wanted_study = any (viewer_studies('admin'))),
    pool as materialized (select b.id as batch_id, r.person_id, r.languages from running b
      cross join lateral pool_readers(b.study_id, b.people, b.specialties, b.languages) r),
    speaking as materialized (select l.batch_id, l.language, p.person_id from (select distinct l.batch_id, l.language from lane l join running b on b.id = l.batch_id) l
      join pool p on p.batch_id = l.batch_id and reads_language(p.languages, l.language)),
    kind as materialized (select l.batch_id, l.language, b.k, count(distinct s.person_id)::int as readers from lane l join running b on b.id = l.batch_id
      left join speaking s on s.batch_id = l.batch_id and s.language is not distinct from l.language group by 1, 2, 3),
    barred as materialized (select distinct b.item_id, b.person_id from (select distinct person_id from pool) p
      join stands_between b on b.person_id = p.person_id and b.reading join item i on i.id = b.item_id and i.stage = 'reading' and i.batch_id in (select id from running)),
    looked_at as materialized (select i.id, i.round, i.batch_id, i.language, kind.readers from kind
      join item i on i.batch_id = kind.batch_id and i.language is not distinct from kind.language and i.stage = 'reading'
      where (kind.readers < kind.k or i.id in (select item_id from barred)) and i.id not in (select viewer_judges())),
    seats as materialized (select s.item_id, s.person_id from looked_at a join seat s on s.item_id = a.id and s.round = a.round),
    free as (select item_id, count(*)::int as seats from seats where person_id is null group by item_id),
    gone as (select a.id, count(distinct x.person_id)::int as readers from looked_at a
      join (select * from barred union all select * from seats where person_id is not null) x on x.item_id = a.id
      join speaking s on s.batch_id = a.batch_id and s.language is not distinct from a.language and s.person_id = x.person_id group by a.id)
  select a.batch_id, a.id, f.seats - (a.readers - coalesce(g.readers, 0)) from looked_at a
    join free f on f.item_id = a.id left join gone g on g.id = a.id
  where f.seats > a.readers - coalesce(g.readers, 0)
$$;

-- ── What can no longer be taken back ───────────────────────────────────────────────────────────────────────────────────
/** Of an item that came to its stage at `since`, with its last reading or later: what did so a good while ago needs no look at its seats. */
create function past_grace(item uuid, since timestamptz) returns boolean language sql stable as
  $$ select since < now() - 20 * grace() or not within_grace(item) $$;

create or replace function bared_to_viewer(item uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from item i where i.id = item and i.study_id = any (viewer_studies('admin'))
    and ((i.stage = 'closed' and past_grace(i.id, i.staged_at)) or exists (select from unsealing u where u.item_id = i.id and u.person_id = viewer_id())))
$$;

create or replace function viewer_judges() returns setof uuid language sql stable security definer set search_path = public as $$
  select h.item_id from hand h join item i on i.id = h.item_id
  where h.person_id = viewer_id() and h.ended_at is null
    and ((h.role = 'reader' and (i.stage in ('reading', 'adjudicating') or (i.stage = 'closed' and not past_grace(i.id, i.staged_at))))
      or (h.role = 'adjudicator' and i.stage = 'adjudicating'))
$$;

-- ── Claims ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Whoever claims does so for themselves, under a lease no longer than any other, and chooses among no disputes but those that they have
-- had before. Claims are in line with whatever takes work from people who are not known beforehand (a pool that narrows, an item that is
-- corrected): that waits for those at work and sees what they took, and those who come later see what it changed. This lock is taken
-- before that of a person.
create or replace function claim_seat(reader uuid, wanted_study uuid, lease interval) returns uuid
language plpgsql security definer set search_path = public
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off as $$
declare place record; found_seat seat; reached float; from_queue float; below float; unconflicted boolean; begin
  perform pg_advisory_xact_lock_shared(hashtextextended('claims', 0));
  perform pg_advisory_xact_lock(hashtextextended(reader::text, 1));
  unconflicted := unburdened(reader);
  for place in select * from open_lanes(reader, wanted_study) loop
    select s.* into found_seat from seat s
      where s.batch_id = place.batch_id and s.lane = place.lane and s.freed and s.person_id is null
        and not exists (select from hand h where h.item_id = s.item_id and h.person_id = reader
          and (h.declined or h.role <> 'reader' or exists (select from seat mine
            where mine.item_id = s.item_id and mine.round = s.round and mine.person_id = reader)) offset 0)
        and (unconflicted or may_read(reader, s.item_id))
      order by s.queue limit 1 for update of s skip locked;
    if not found then
      select coalesce(max(queue), 0) into reached from seat where person_id = reader and batch_id = place.batch_id and lane = place.lane;
      -- Onward from the furthest seat they have held; what lapsed before it comes last.
      from_queue := reached;
      below := 'infinity';
      loop
        select s.* into found_seat from seat s
          where s.batch_id = place.batch_id and s.lane = place.lane and s.submitted_at is null
            and s.queue >= from_queue and s.queue < below
            and (s.person_id is null or s.lease_until < now())
            -- The seats of one item share their place in the queue, mostly: most of what they have read is passed by here.
            and (from_queue > 0 or s.queue not in (select mine.queue from seat mine
              where mine.person_id = reader and mine.batch_id = place.batch_id and mine.lane = place.lane))
            and not exists (select from hand h where h.item_id = s.item_id and h.person_id = reader
              and (h.declined or h.role <> 'reader' or exists (select from seat mine
                where mine.item_id = s.item_id and mine.round = s.round and mine.person_id = reader)) offset 0)
            and (unconflicted or may_read(reader, s.item_id))
          order by s.queue, (s.person_id is not null), s.id limit 1 for update of s skip locked;
        exit when found or from_queue = 0;
        below := from_queue;
        from_queue := 0;
      end loop;
    end if;
    if found_seat.id is not null then
      if found_seat.person_id is not null then
        update hand set ended_at = now() where item_id = found_seat.item_id and person_id = found_seat.person_id;
      end if;
      insert into hand (item_id, person_id, role) values (found_seat.item_id, reader, 'reader')
        on conflict (item_id, person_id) do update set ended_at = null;
      update seat set person_id = reader, hand_role = 'reader', claimed_at = now(), lease_until = now() + least(lease, interval '2 hours'), active_ms = 0
        where id = found_seat.id;
      perform record_event(reader, 'seat-claimed', found_seat.study_id, found_seat.item_id, jsonb_build_object('seat', found_seat.id));
      return found_seat.id;
    end if;
  end loop;
  return null;
end $$;

/** What somebody holds is counted in line with their claims, or two tabs that ask at once have one more than is theirs. */
create or replace function take_seat(wanted_study uuid, known uuid[], most_held int, lease interval) returns uuid
language plpgsql set search_path = public set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off as $$
declare me uuid := viewer_id(); held int; taken uuid; begin
  perform pg_advisory_xact_lock_shared(hashtextextended('claims', 0));
  perform pg_advisory_xact_lock(hashtextextended(me::text, 1));
  select count(*), (array_agg(s.id order by s.claimed_at) filter (where s.id <> all (known)))[1] into held, taken
    from seat s join batch b on b.id = s.batch_id and b.state = 'open'
    where s.person_id = me and s.submitted_at is null and (wanted_study is null or s.study_id = wanted_study);
  if taken is not null or held >= most_held then return taken; end if;
  return claim_seat(me, wanted_study, lease);
end $$;

create or replace function claim_seat_again(wanted uuid, lease interval) returns uuid language plpgsql security definer set search_path = public as $$
declare me uuid := viewer_id(); found_seat seat; begin
  perform pg_advisory_xact_lock_shared(hashtextextended('claims', 0));
  perform pg_advisory_xact_lock(hashtextextended(me::text, 1));
  select s.* into found_seat from seat s join item i on i.id = s.item_id and i.round = s.round and i.stage = 'reading'
    where s.item_id = wanted and s.submitted_at is null and (s.person_id is null or s.lease_until < now())
      and (s.batch_id, s.lane) in (select l.batch_id, l.lane from open_lanes(me, i.study_id) l)
      and exists (select from hand h where h.item_id = wanted and h.person_id = me)
      and not exists (select from seat mine where mine.item_id = s.item_id and mine.round = s.round and mine.person_id = me)
      and may_read(me, wanted)
    order by (s.person_id is not null), s.id limit 1 for update of s skip locked;
  if not found then return null; end if;
  if found_seat.person_id is not null then
    update hand set ended_at = now() where item_id = wanted and person_id = found_seat.person_id;
  end if;
  update hand set ended_at = null where item_id = wanted and person_id = me;
  update seat set person_id = me, hand_role = 'reader', claimed_at = now(), lease_until = now() + least(lease, interval '2 hours'), active_ms = 0 where id = found_seat.id;
  perform record_event(me, 'seat-claimed', found_seat.study_id, wanted, jsonb_build_object('seat', found_seat.id, 'resumed', true));
  return found_seat.id;
end $$;

create function refuse_for_others(who uuid) returns void language plpgsql as $$ begin
  if not is_system() and who is distinct from viewer_id() then
    raise exception 'nobody claims for another person' using errcode = 'insufficient_privilege';
  end if;
end $$;

create or replace function claim_adjudication(judge uuid, wanted_study uuid, lease interval, wanted_item uuid default null) returns uuid
language plpgsql security definer set search_path = public as $$ declare waiting adjudication; unconflicted boolean; begin
  perform refuse_for_others(judge);
  perform pg_advisory_xact_lock_shared(hashtextextended('claims', 0));
  perform pg_advisory_xact_lock(hashtextextended(judge::text, 2));
  unconflicted := unburdened(judge);
  select a.* into waiting from adjudication a
    join item i on i.id = a.item_id
    join membership m on m.study_id = a.study_id and m.person_id = judge and m.role = 'adjudicator'
    join study s on s.id = a.study_id and s.archived_at is null
    join person p on p.id = judge and p.deactivated_at is null
    left join profile f on f.person_id = judge
    left join batch b on b.id = i.batch_id
    where a.settled_at is null and i.stage = 'adjudicating' and (wanted_study is null or a.study_id = wanted_study)
      and (wanted_item is null or (a.item_id = wanted_item and exists (select from hand h where h.item_id = wanted_item and h.person_id = judge)))
      and (a.person_id is null or (a.lease_until < now() and a.person_id <> judge))
      and reads_language(f.languages, i.language)
      and not exists (select from hand h where h.item_id = i.id and h.person_id = judge and (h.declined or h.role <> 'adjudicator') offset 0)
      and past_grace(i.id, a.opened_at) and (unconflicted or may_settle(judge, i.id))
    order by b.priority desc nulls last, a.opened_at limit 1 for update of a skip locked;
  if not found then return null; end if;
  if waiting.person_id is not null then
    update hand set ended_at = now() where item_id = waiting.item_id and person_id = waiting.person_id;
  end if;
  insert into hand (item_id, person_id, role) values (waiting.item_id, judge, 'adjudicator')
    on conflict (item_id, person_id) do update set ended_at = null;
  update adjudication set person_id = judge, hand_role = 'adjudicator', lease_until = now() + least(lease, interval '2 hours') where id = waiting.id;
  return waiting.id;
end $$;

create or replace function bench_waiting() returns table (study_id uuid, waiting int)
language sql stable security definer set search_path = public set jit = off as $$
  select a.study_id, count(*)::int from adjudication a join item i on i.id = a.item_id
  left join profile f on f.person_id = (select viewer_id())
  where a.settled_at is null and i.stage = 'adjudicating' and a.study_id = any ((select viewer_studies('adjudicator'))::uuid[])
    and (a.person_id is null or (a.lease_until < now() and a.person_id <> (select viewer_id())))
    and reads_language(f.languages, i.language)
    and not exists (select from hand h where h.item_id = i.id and h.person_id = (select viewer_id()) and (h.declined or h.role <> 'adjudicator') offset 0)
    and past_grace(i.id, a.opened_at) and ((select unburdened(viewer_id())) or may_settle((select viewer_id()), i.id))
  group by a.study_id
$$;

create or replace function desk_waiting() returns table (study_id uuid, waiting int)
language sql stable security definer set search_path = public set jit = off as $$
  select b.study_id, sum(n.free)::int from open_lanes(viewer_id(), null) l join batch b on b.id = l.batch_id
  cross join lateral (select count(*) as free from (
    select distinct s.queue, s.item_id from seat s where s.batch_id = l.batch_id and s.lane = l.lane and s.submitted_at is null
      and (s.person_id is null or s.lease_until < now())
      and s.queue not in (select mine.queue from seat mine
        where mine.person_id = (select viewer_id()) and mine.batch_id = l.batch_id and mine.lane = l.lane)
      and not exists (select from hand h where h.item_id = s.item_id and h.person_id = (select viewer_id())
        and (h.declined or h.role <> 'reader' or exists (select from seat mine
          where mine.item_id = s.item_id and mine.round = s.round and mine.person_id = (select viewer_id()))) offset 0)
      and ((select unburdened(viewer_id())) or may_read((select viewer_id()), s.item_id))
    order by s.queue, s.item_id limit 500) f) n
  group by b.study_id
$$;
drop function was_bared(uuid, uuid);

/** In line with the same person's claims: the second of a question and a claim of its item at once sees the first. */
create or replace function claim_span_question(expert uuid, lease interval) returns table (id uuid, study_id uuid, item_id uuid)
language plpgsql security definer set search_path = public as $$ declare found_id uuid; begin
  perform refuse_for_others(expert);
  perform before_claims(expert);
  perform pg_advisory_xact_lock(hashtextextended(expert::text, 8));
  select q.id into found_id from span_question q
    where q.id in (select open.id from span_questions_for(expert) open)
      -- Asked again of the row itself, since somebody may have taken it between the look and the lock.
      and q.same is null and (q.person_id is null or q.person_id = expert or q.lease_until < now())
    order by (q.person_id is not distinct from expert) desc, q.external_id collate "C", q.start, q.id limit 1 for update of q skip locked;
  if found_id is null then return; end if;
  update span_question q set person_id = expert, lease_until = now() + least(lease, interval '2 hours') where q.id = found_id;
  insert into span_question_seen (question_id, person_id, item_id) select q.id, expert, q.item_id from span_question q where q.id = found_id on conflict do nothing;
  return query select q.id, i.study_id, q.item_id from span_question q join item i on i.id = q.item_id where q.id = found_id;
end $$;

-- ── What takes work from whoever holds it ──────────────────────────────────────────────────────────────────────────────
create or replace function work_ends_with_pool() returns trigger language plpgsql security definer set search_path = public as $$
declare changed uuid := coalesce(to_jsonb(new) ->> 'batch_id', to_jsonb(new) ->> 'id'); begin
  perform pg_advisory_xact_lock(hashtextextended('claims', 0));
  perform leave_pools(held.person_id) from
    (select distinct person_id from seat where batch_id = changed and person_id is not null and submitted_at is null order by person_id offset 0) held;
  return null;
end $$;

create or replace function conflicts_of_corrected(items uuid[]) returns void language plpgsql security definer set search_path = public as $$ begin
  if not is_system() then raise exception 'the unblinded door alone' using errcode = 'insufficient_privilege'; end if;
  perform pg_advisory_xact_lock(hashtextextended('claims', 0));
  perform leave_conflicts(h.person_id) from (
    select person_id from seat where item_id = any (items) and person_id is not null and submitted_at is null
    union select person_id from adjudication where item_id = any (items) and person_id is not null and settled_at is null
    order by 1) h;
end $$;

-- ── The viewer's own standing ──────────────────────────────────────────────────────────────────────────────────────────
/** Whether the viewer is in a study, and there in the role that a part of theirs was in. */
create function viewer_belongs(study uuid, part hand_role) returns table (member boolean, again boolean) language sql stable security definer set search_path = public as $$
  select count(*) > 0, coalesce(bool_or(m.role::text = part::text), false) from membership m where m.study_id = study and m.person_id = viewer_id()
$$;
