-- A closed item shows its study's admins who said what. Opened again, it is for others: whoever administered the study while it was closed
-- gets neither a seat nor its dispute. Admins of items that were never closed, and whoever became one since, are none of these.

/** Who administered a study and does no longer. */
create table past_admin (
  study_id uuid not null references study (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  since timestamptz not null,
  until timestamptz not null default now(),
  primary key (study_id, person_id, until)
);
/** To whom an item was bare while it was closed, when it was opened again. */
create table bared_before (
  person_id uuid not null references person (id) on delete cascade,
  item_id uuid not null references item (id) on delete cascade,
  reopened_at timestamptz not null default now(),
  primary key (person_id, item_id)
);
create index bared_before_item on bared_before (item_id);
grant select on past_admin, bared_before to doubleread_app;
alter table past_admin enable row level security;
alter table bared_before enable row level security;
create policy system on past_admin using ((select is_system()));
create policy system on bared_before using ((select is_system()));

create function remember_past_admin() returns trigger language plpgsql security definer set search_path = public as $$ begin
  insert into past_admin (study_id, person_id, since) values (old.study_id, old.person_id, old.since) on conflict do nothing;
  return null;
end $$;
create trigger remember_past_admin after delete on membership for each row when (old.role = 'admin') execute function remember_past_admin();

create function remember_who_was_bared() returns trigger language plpgsql security definer set search_path = public as $$ declare bare_from timestamptz; begin
  select greatest(old.staged_at, max(s.submitted_at) + grace()) into bare_from from seat s where s.item_id = old.id and s.round = old.round;
  if bare_from < now() then
    insert into bared_before (person_id, item_id)
      select person_id, old.id from membership where study_id = old.study_id and role = 'admin'
      union select person_id, old.id from past_admin where study_id = old.study_id and until > bare_from
      on conflict do nothing;
  end if;
  return null;
end $$;
create trigger remember_who_was_bared after update of stage on item for each row
  when (old.stage = 'closed' and new.stage in ('reading', 'adjudicating')) execute function remember_who_was_bared();

-- What the trail says of before: roles that were taken, and items that were opened again after a verdict.
insert into past_admin (study_id, person_id, since, until)
  select t.study_id, p.id, coalesce((select max(g.at) from audit_event g where g.study_id = t.study_id and g.kind = 'role-given'
      and g.detail ->> 'personId' = t.detail ->> 'personId' and g.detail ->> 'role' = 'admin' and g.at < t.at), '-infinity'), t.at
  from audit_event t join person p on p.id::text = t.detail ->> 'personId'
  where t.kind = 'role-taken' and t.detail ->> 'role' = 'admin' on conflict do nothing;
insert into bared_before (person_id, item_id, reopened_at)
  select a.person_id, e.item_id, max(e.at) from audit_event e
    join lateral (select min(v.decided_at) as at from verdict v where v.item_id = e.item_id) first on first.at < e.at
    join (select study_id, person_id, since, 'infinity'::timestamptz as until from membership where role = 'admin' union all select * from past_admin) a
      on a.study_id = e.study_id and a.since < e.at and a.until > first.at
  where e.kind in ('item-reopened', 'rubric-revised') group by 1, 2;

create function was_bared(person uuid, wanted uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from bared_before b where b.person_id = was_bared.person and b.item_id = wanted) $$;
revoke execute on function was_bared from public;
grant execute on function was_bared to doubleread_app;

/** Whether nothing stands between a person and an item: no part in it that rules reading out, no conflict of interest, no verdict known, no names seen. */
create or replace function may_read(reader uuid, wanted uuid) returns boolean language sql stable security definer set search_path = public as $$
  select not exists (select from hand h where h.item_id = wanted and h.person_id = reader and (h.declined or h.role <> 'reader'))
    and not exists (select from conflict_of_interest c join item i on i.id = wanted
      where c.person_id = reader and ((c.kind = 'source' and c.value = i.source) or (c.kind = 'person' and c.value = i.tags ->> 'author')))
    and not knows_verdict(reader, wanted) and not was_bared(reader, wanted)
$$;

create or replace function claim_seat(reader uuid, wanted_study uuid, lease interval) returns uuid
language plpgsql security definer set search_path = public as $$
declare place record; found_seat seat; reached float; from_queue float; below float; unconflicted boolean; begin
  perform pg_advisory_xact_lock(hashtextextended(reader::text, 1));
  unconflicted := unburdened(reader) and not exists (select from bared_before b where b.person_id = reader);
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
        order by s.queue, (s.person_id is not null), s.id limit 1 for update of s skip locked;
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
      and ((select unburdened(viewer_id()) and not exists (select from bared_before b where b.person_id = viewer_id())) or may_read((select viewer_id()), s.item_id))
    order by s.queue, s.item_id limit 500) f) n
  group by b.study_id
$$;

create or replace function claim_adjudication(judge uuid, wanted_study uuid, lease interval) returns uuid
language plpgsql security definer set search_path = public as $$ declare waiting adjudication; unconflicted boolean; begin
  perform pg_advisory_xact_lock(hashtextextended(judge::text, 2));
  unconflicted := unburdened(judge) and not exists (select from bared_before b where b.person_id = judge);
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
      and not exists (select from hand h where h.item_id = i.id and h.person_id = judge and (h.declined or h.role <> 'adjudicator') offset 0)
      -- Disputes are opened by the last submission, or later: an older one needs no look at its seats.
      and (a.opened_at < now() - interval '10 minutes' or not within_grace(i.id))
      and (unconflicted or (not knows_verdict(judge, i.id) and not was_bared(judge, i.id)
        and not exists (select from conflict_of_interest c where c.person_id = judge
          and ((c.kind = 'source' and c.value = i.source) or (c.kind = 'person' and c.value = i.tags ->> 'author')) offset 0)))
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
language sql stable security definer set search_path = public set jit = off as $$
  select a.study_id, count(*)::int from adjudication a join item i on i.id = a.item_id
  left join profile f on f.person_id = (select viewer_id())
  where a.settled_at is null and i.stage = 'adjudicating' and a.study_id = any ((select viewer_studies('adjudicator'))::uuid[])
    and (a.person_id is null or (a.lease_until < now() and a.person_id <> (select viewer_id())))
    and (i.language is null or coalesce(cardinality(f.languages), 0) = 0 or i.language = any (f.languages))
    and not exists (select from hand h where h.item_id = i.id and h.person_id = (select viewer_id()) and (h.declined or h.role <> 'adjudicator') offset 0)
    -- Disputes are opened by the last submission, or later: an older one needs no look at its seats.
    and (a.opened_at < now() - interval '10 minutes' or not within_grace(i.id))
    and ((select unburdened(viewer_id()) and not exists (select from bared_before b where b.person_id = viewer_id())) or (not knows_verdict((select viewer_id()), i.id)
      and not was_bared((select viewer_id()), i.id)
      and not exists (select from conflict_of_interest c where c.person_id = (select viewer_id())
        and ((c.kind = 'source' and c.value = i.source) or (c.kind = 'person' and c.value = i.tags ->> 'author')) offset 0)))
  group by a.study_id
$$;

/** What waits in the viewer's studies and is for others, since the item was bare to them; counted to 500 and no further. */
create function waiting_for_others() returns table (readings int, disputes int)
language sql stable security definer set search_path = public as $$
  select (count(*) filter (where w.stage = 'reading'))::int, (count(*) filter (where w.stage = 'adjudicating'))::int from (
    select i.stage from bared_before b join item i on i.id = b.item_id join study t on t.id = i.study_id and t.archived_at is null
    where b.person_id = (select viewer_id())
      and ((i.stage = 'reading' and i.study_id = any ((select viewer_studies('reader'))::uuid[])
          and exists (select from seat s join batch k on k.id = s.batch_id and k.state = 'open'
            where s.item_id = i.id and s.round = i.round and s.submitted_at is null and (s.person_id is null or s.lease_until < now()))
          and not exists (select from hand h where h.item_id = i.id and h.person_id = b.person_id and (h.declined or h.role <> 'reader')))
        or (i.stage = 'adjudicating' and i.study_id = any ((select viewer_studies('adjudicator'))::uuid[])
          and exists (select from adjudication a where a.item_id = i.id and a.settled_at is null and (a.person_id is null or a.lease_until < now()))
          and not exists (select from hand h where h.item_id = i.id and h.person_id = b.person_id and (h.declined or h.role <> 'adjudicator'))))
    limit 500) w
$$;
revoke execute on function waiting_for_others from public;
grant execute on function waiting_for_others to doubleread_app;
