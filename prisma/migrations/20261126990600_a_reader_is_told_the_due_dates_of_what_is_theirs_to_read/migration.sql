/** Per study the first due date among the open batches that have something for the viewer, with them or in the pool. */
create function desk_due() returns table (study_id uuid, due_on date)
language sql stable security definer set search_path = public set jit = off as $$
  select b.study_id, min(b.due_on) from open_lanes(viewer_id(), null) l join batch b on b.id = l.batch_id
  where b.due_on is not null and exists (select from seat s where s.batch_id = l.batch_id and s.lane = l.lane and s.submitted_at is null
    and (s.person_id is null or s.lease_until < now() or s.person_id = viewer_id()))
  group by b.study_id
$$;
revoke execute on function desk_due from public;
grant execute on function desk_due to doubleread_app;
