-- The last day on which somebody handed in is a day where the person is who asks, as all other days are.
drop function study_workload(uuid, uuid[]);
create function study_workload(wanted uuid, among uuid[], zone text)
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
      sum(seat.active_ms) as active_ms, (max(submitted_at) at time zone zone)::date as last_on
    from seat where seat.person_id = p.person_id and seat.study_id = wanted) s on true
  where wanted = any (viewer_studies('admin'))
$$;
revoke execute on function study_workload from public;
grant execute on function study_workload to doubleread_app;
