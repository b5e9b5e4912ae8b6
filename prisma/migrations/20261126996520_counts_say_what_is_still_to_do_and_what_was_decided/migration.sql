-- What was withdrawn is not to be read any more, a dispute that ended without a verdict was decided by nobody, and whoever has items read
-- again is told how many are in an adjudicator's hands. Under which protocol a reading was given tells, where one was published
-- meanwhile, which came first: the bench does not get it.
create or replace function study_seat_totals(wanted uuid) returns table (batch_id uuid, seats int, held int, submitted int)
language sql stable security definer set search_path = public as $$
  select s.batch_id, count(*)::int, (count(*) filter (where s.submitted_at is null and s.lease_until > now()))::int, count(s.submitted_at)::int
  from seat s join item i on i.id = s.item_id and i.round = s.round and i.stage <> 'withdrawn'
  where s.study_id = wanted and wanted = any (viewer_studies('admin')) group by s.batch_id
$$;

create or replace function study_workload(wanted uuid, among uuid[])
returns table (person_id uuid, held int, submitted int, declined int, settled int, active_ms bigint, last_on date)
language sql stable security definer set search_path = public as $$
  select p.person_id, coalesce(s.held, 0)::int, coalesce(s.submitted, 0)::int,
    (select count(*) from hand h join item i on i.id = h.item_id where i.study_id = wanted and h.person_id = p.person_id and h.declined)::int,
    (select count(*) from adjudication a where a.study_id = wanted and a.person_id = p.person_id and a.settled_at is not null
      and exists (select from verdict v where v.adjudication_id = a.id))::int,
    coalesce(s.active_ms, 0)::bigint, s.last_on
  from (select distinct m.person_id from membership m where m.study_id = wanted and (among is null or m.person_id = any (among))) p
  left join lateral (
    select count(*) filter (where submitted_at is null and lease_until > now()) as held, count(*) filter (where submitted_at is not null) as submitted,
      sum(seat.active_ms) as active_ms, max(submitted_at)::date as last_on
    from seat where seat.person_id = p.person_id and seat.study_id = wanted) s on true
  where wanted = any (viewer_studies('admin'))
$$;

drop function study_protocol_use(uuid);
/** `held`: of the items, those whose dispute somebody has opened. */
create function study_protocol_use(wanted uuid) returns table (protocol_id uuid, judgments int, items int, held int)
language sql stable security definer set search_path = public as $$
  select j.protocol_id, count(*)::int,
    (count(distinct j.item_id) filter (where counts.today and i.stage in ('reading', 'adjudicating', 'closed')))::int,
    (count(distinct j.item_id) filter (where counts.today and i.stage = 'adjudicating'
      and exists (select from adjudication a where a.item_id = i.id and a.settled_at is null and a.lease_until > now())))::int
  from (select *, max(revision) over (partition by seat_id) as last from judgment where study_id = wanted) j
  join seat s on s.id = j.seat_id join item i on i.id = j.item_id
  cross join lateral (select j.revision = j.last and s.round = i.round and s.submitted_at is not null as today) counts
  where wanted = any (viewer_studies('admin')) group by j.protocol_id
$$;
revoke execute on function study_protocol_use from public;
grant execute on function study_protocol_use to doubleread_app;

drop function readings_to_settle(uuid);
create function readings_to_settle(item uuid) returns table (letter text, answer jsonb)
language sql stable security definer set search_path = public as $$
  select distinct on (s.letter) s.letter::text, j.answer
  from seat s join item i on i.id = s.item_id and i.round = s.round join judgment j on j.seat_id = s.id
  where s.item_id = readings_to_settle.item and s.submitted_at is not null and viewer_part(readings_to_settle.item) = 'adjudicator'
  order by s.letter, j.revision desc
$$;
revoke execute on function readings_to_settle from public;
grant execute on function readings_to_settle to doubleread_app;
