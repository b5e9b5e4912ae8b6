-- The same answers. A setting read in a `where` is read again for every row that is looked through; as a subquery it is read
-- once. Small tables are always looked through, and these functions stand in almost every policy.
create or replace function viewer_is_owner() returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from person where id = (select viewer_id()) and owner and deactivated_at is null) $$;
create or replace function viewer_studies(wanted role) returns uuid[] language sql stable security definer set search_path = public as
  $$ select coalesce(array_agg(m.study_id), '{}') from membership m join person p on p.id = m.person_id
     where m.person_id = (select viewer_id()) and m.role = wanted and p.deactivated_at is null $$;
create or replace function viewer_any_studies() returns uuid[] language sql stable security definer set search_path = public as
  $$ select coalesce(array_agg(distinct m.study_id), '{}') from membership m join person p on p.id = m.person_id
     where m.person_id = (select viewer_id()) and p.deactivated_at is null $$;
create or replace function viewer_colleagues() returns setof uuid language sql stable security definer set search_path = public as
  $$ select distinct person_id from membership where study_id = any ((select viewer_studies('admin'))::uuid[]) $$;
