-- A batch that is read again has room for as many readings as any of its items had, so its k says nothing of one of them.
/** Of the present rounds. */
create function closed_readings(wanted uuid) returns int language sql stable security definer set search_path = public as $$
  select count(*)::int from seat s join item i on i.id = s.item_id and i.round = s.round and i.stage = 'closed'
  where s.study_id = wanted and s.submitted_at is not null and (is_system() or wanted = any (viewer_studies('admin')))
$$;
revoke execute on function closed_readings from public;
grant execute on function closed_readings to doubleread_app;
