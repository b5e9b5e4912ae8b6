-- An item that has gone back to its readers is being read blind again, also for whoever settled it before.
create function at_the_bench(item uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from item i where i.id = at_the_bench.item and i.stage in ('adjudicating', 'closed')) $$;
drop policy sight on judgment;
create policy sight on judgment for select using
  (exists (select from seat s where s.id = seat_id and s.person_id = (select viewer_id()))
   or (viewer_part(item_id) = 'adjudicator' and at_the_bench(item_id))
   or (study_id = any ((select viewer_studies('admin'))::uuid[]) and bared_to_viewer(item_id)));
