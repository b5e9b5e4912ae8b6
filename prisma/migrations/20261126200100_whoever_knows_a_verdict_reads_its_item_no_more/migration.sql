-- An item that was released and comes back to be read or settled again goes to nobody who has been given its labels: by a
-- download of a split that has it, or by a question about a prediction on it. Who never was given any is asked one look-up.

/** Whether nothing stands between a person and an item: no part in it that rules reading out, no conflict of interest, no verdict known. */
create or replace function may_read(reader uuid, wanted uuid) returns boolean language sql stable security definer set search_path = public as $$
  select not exists (select from hand h where h.item_id = wanted and h.person_id = reader and (h.declined or h.role <> 'reader'))
    and not exists (select from conflict_of_interest c join item i on i.id = wanted
      where c.person_id = reader and ((c.kind = 'source' and c.value = i.source) or (c.kind = 'person' and c.value = i.tags ->> 'author')))
    and not knows_verdict(reader, wanted)
$$;

/** Whether nothing but their own parts could keep a person from any item: no conflict of interest, no labels ever given. */
create function unburdened(person uuid) returns boolean language sql stable security definer set search_path = public as $$
  select not exists (select from conflict_of_interest c where c.person_id = unburdened.person)
    and not exists (select from download d where d.person_id = unburdened.person)
    and not exists (select from span_question q where q.person_id = unburdened.person)
$$;
revoke execute on function unburdened from public;
grant execute on function unburdened to doubleread_app;
create index span_question_person on span_question (person_id) where person_id is not null;

/**
 * Takes the next free or lapsed seat for a person; null when there is none. In each lane first ahead of the furthest seat
 * they hold or held, then behind it, where only returned and lapsed seats can be theirs. The subqueries with `offset 0` stay
 * look-ups by key, and the one by queue stays a hash, whatever the planner knows of a table filled a minute ago.
 * Locks: the seat row only, never waiting.
 */
create or replace function claim_seat(reader uuid, wanted_study uuid, lease interval) returns uuid
language plpgsql security definer set search_path = public as $$
declare place record; found_seat seat; reached float; from_queue float; below float; unconflicted boolean; begin
  perform pg_advisory_xact_lock(hashtextextended(reader::text, 1));
  unconflicted := unburdened(reader);
  for place in select * from open_lanes(reader, wanted_study) loop
    select coalesce(max(queue), 0) into reached from seat where person_id = reader and batch_id = place.batch_id and lane = place.lane;
    for from_queue, below in values (reached, 'infinity'::float), (0, reached) loop
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
        order by s.queue, s.id limit 1 for update of s skip locked;
      exit when found;
    end loop;
    if found_seat.id is not null then
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

/**
 * Items the viewer could claim a seat of, per study; counted in the order of the queue to 500 a lane and no further. The
 * planner sees the cost of a whole lane and would compile for it.
 */
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

create or replace function claim_adjudication(judge uuid, wanted_study uuid, lease interval) returns uuid
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
      and not knows_verdict(judge, i.id)
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

create or replace function bench_waiting() returns table (study_id uuid, waiting int)
language sql stable security definer set search_path = public as $$
  select a.study_id, count(*)::int from adjudication a join item i on i.id = a.item_id
  left join profile f on f.person_id = viewer_id()
  where a.settled_at is null and i.stage = 'adjudicating' and a.study_id = any (viewer_studies('adjudicator'))
    and (a.person_id is null or (a.lease_until < now() and a.person_id <> viewer_id()))
    and (i.language is null or coalesce(cardinality(f.languages), 0) = 0 or i.language = any (f.languages))
    and not exists (select from hand h where h.item_id = i.id and h.person_id = viewer_id() and (h.declined or h.role <> 'adjudicator'))
    and not knows_verdict(viewer_id(), i.id)
    and not exists (select from conflict_of_interest c where c.person_id = viewer_id()
      and ((c.kind = 'source' and c.value = i.source) or (c.kind = 'person' and c.value = i.tags ->> 'author')))
  group by a.study_id
$$;
