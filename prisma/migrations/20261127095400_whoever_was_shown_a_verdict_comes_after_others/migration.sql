-- An item that is read again is for others than those who were shown its verdict, as long as there are enough of them.

/** Who was shown the verdict of an earlier round, while others suffice for this one. */
create table shown_before (
  person_id uuid not null references person (id) on delete cascade,
  item_id uuid not null references item (id) on delete cascade,
  round int not null,
  primary key (person_id, item_id)
);
create index shown_before_item on shown_before (item_id);
alter table shown_before enable row level security;
create policy system on shown_before using ((select is_system()));

-- ── What stands between ────────────────────────────────────────────────────────────────────────────────────────────────
create or replace view stands_between as
  select person_id, item_id, case when declined then 'declined' else 'part' end as why,
    declined or role <> 'reader' as reading, declined or role <> 'adjudicator' as settling from hand
  union all select c.person_id, i.id, 'conflict', true, true from conflict_of_interest c join item i on c.value = i.source where c.kind = 'source'
  union all select c.person_id, i.id, 'conflict', true, true from conflict_of_interest c cross join item i cross join lateral unnest(i.authors) a (name)
    where c.kind = 'person' and c.value = a.name
  union all select d.person_id, r.item_id, 'knows-verdict', true, true from download d join release_item r on r.release_id = d.release_id and r.split = d.split where r.record is not null
  union all select person_id, item_id, 'knows-verdict', true, true from span_question_seen
  union all select person_id, item_id, 'bared', true, true from bared_before
  union all select b.person_id, b.item_id, 'shown', true, true from shown_before b join item i on i.id = b.item_id and i.round = b.round;

create or replace function unburdened(person uuid) returns boolean language sql stable security definer set search_path = public as $$
  select not exists (select from conflict_of_interest c where c.person_id = unburdened.person)
    and not exists (select from download d where d.person_id = unburdened.person)
    and not exists (select from span_question_seen seen where seen.person_id = unburdened.person)
    and not exists (select from bared_before b where b.person_id = unburdened.person)
    and not exists (select from shown_before b where b.person_id = unburdened.person)
$$;

-- ── Whom it concerns ───────────────────────────────────────────────────────────────────────────────────────────────────
/** Items of a study with a verdict that their readers could see: shown now, or as far as the trail knows once. */
create function items_shown(wanted uuid) returns setof uuid language sql stable security definer set search_path = public as $$
  select distinct v.item_id from verdict v
  where v.study_id = wanted and not exists (select from verdict_undone u where u.verdict_id = v.id)
    and (exists (select from study s where s.id = wanted and s.shows_verdicts)
      or exists (select from audit_event e where e.study_id = wanted and e.kind = 'study-changed' and jsonb_exists(e.detail, 'showsVerdicts')))
$$;

/** Items of a batch that those who were shown their verdict may have as well, since there are fewer others than seats are free. @returns how many. */
create function lift_where_needed(wanted uuid, items uuid[]) returns int language plpgsql security definer set search_path = public set jit = off as $$
declare lifted int; begin
  if not is_system() then raise exception 'the unblinded door alone' using errcode = 'insufficient_privilege'; end if;
  with looked_at as materialized (select id, round, language from item where id = any (items) and stage = 'reading'),
    pool as materialized (select p.person_id, p.languages from batch b join batch_pool o on o.batch_id = b.id
      cross join lateral pool_readers(b.study_id, o.people, o.specialties, o.languages) p where b.id = wanted),
    able as materialized (select l.language, p.person_id from (select distinct language from looked_at) l join pool p on reads_language(p.languages, l.language)),
    seats as materialized (select s.item_id, s.person_id from looked_at a join seat s on s.item_id = a.id and s.round = a.round),
    free as (select item_id, count(*) as seats from seats where person_id is null group by item_id),
    gone as (select b.item_id, b.person_id from stands_between b where b.item_id = any (items) and b.reading
      union select item_id, person_id from seats where person_id is not null),
    lost as (select a.id, count(*) as readers from looked_at a join gone g on g.item_id = a.id
      join able r on r.person_id = g.person_id and r.language is not distinct from a.language group by a.id),
    needed as (select a.id from looked_at a join free f on f.item_id = a.id left join lost on lost.id = a.id
      where f.seats > (select count(*) from able r where r.language is not distinct from a.language) - coalesce(lost.readers, 0)),
    lift as (delete from shown_before b using needed n where b.item_id = n.id returning b.item_id)
  select count(distinct item_id)::int into lifted from lift;
  return lifted;
end $$;

/** Of items that have just begun a round in this batch. @returns how many of them those who were shown their verdict may have all the same. */
create function keep_from_shown(wanted uuid, items uuid[]) returns int language plpgsql security definer set search_path = public as $$ begin
  if not is_system() then raise exception 'the unblinded door alone' using errcode = 'insufficient_privilege'; end if;
  insert into shown_before (person_id, item_id, round)
    select distinct s.person_id, i.id, i.round from batch b join items_shown(b.study_id) shown (id) on shown.id = any (items) join item i on i.id = shown.id
      join seat s on s.item_id = i.id and s.round < i.round and s.submitted_at is not null and s.person_id is not null
      where b.id = wanted
    on conflict (person_id, item_id) do update set round = excluded.round;
  return lift_where_needed(wanted, items);
end $$;

/** Whoever else was to read may have left since, or passed on. @returns of how many items it was lifted. */
create function lift_shown_where_needed() returns int language sql security definer set search_path = public as $$
  select coalesce(sum(lift_where_needed(b.batch_id, b.items)), 0)::int from (
    select i.batch_id, array_agg(distinct i.id) as items from shown_before b join item i on i.id = b.item_id and i.round = b.round and i.stage = 'reading' group by 1) b
$$;
revoke execute on function items_shown, lift_where_needed, keep_from_shown, lift_shown_where_needed from public;
grant execute on function keep_from_shown, lift_shown_where_needed to doubleread_app;

-- ── Told before ────────────────────────────────────────────────────────────────────────────────────────────────────────
drop function study_protocol_use(uuid);
/** `shown`: of the items, those whose verdict their readers were shown; of what can still be taken back nobody was. */
create function study_protocol_use(wanted uuid) returns table (protocol_id uuid, judgments int, items int, held int, shown int)
language sql stable security definer set search_path = public as $$
  select j.protocol_id, count(*)::int,
    (count(distinct j.item_id) filter (where counts.today and i.stage in ('reading', 'adjudicating', 'closed')))::int,
    (count(distinct j.item_id) filter (where counts.today and i.stage = 'adjudicating'
      and exists (select from adjudication a where a.item_id = i.id and a.settled_at is null and a.lease_until > now())))::int,
    (count(distinct j.item_id) filter (where counts.today and i.stage in ('reading', 'adjudicating', 'closed') and past_grace(i.id, i.staged_at)
      and i.id in (select items_shown(wanted))))::int
  from (select *, max(revision) over (partition by seat_id) as last from judgment where study_id = wanted) j
  join seat s on s.id = j.seat_id join item i on i.id = j.item_id
  cross join lateral (select j.revision = j.last and s.round = i.round and s.submitted_at is not null as today) counts
  where wanted = any (viewer_studies('admin')) group by j.protocol_id
$$;
revoke execute on function study_protocol_use from public;
grant execute on function study_protocol_use to doubleread_app;
