/**
 * In which batch each item of a study was first judged. Read again, an item belongs to the batch of its re-reading; the round that
 * it was reviewed in stays what it was. Names nobody.
 */
create function first_batches(wanted uuid) returns table (item_id uuid, batch_id uuid)
language sql stable security definer set search_path = public as $$
  select distinct on (s.item_id) s.item_id, s.batch_id from seat s
  where s.study_id = wanted and s.submitted_at is not null and wanted = any (viewer_studies('admin')) order by s.item_id, s.round, s.batch_id
$$;
revoke execute on function first_batches from public;
grant execute on function first_batches to doubleread_app;
