-- A hidden split is opened to a researcher of the study. Whoever ended a collaboration by taking that role left it open: of a release that
-- everybody may know in every later version, of another as soon as the role came back. So it ends with the role, and the transaction
-- remembers which splits they were (`app.grants_ended`), for its event.
create function grants_end_with_role() returns trigger language plpgsql security definer set search_path = public as $$
declare ended text; begin
  with gone as (delete from split_grant where study_id = old.study_id and person_id = old.person_id returning split)
  select string_agg(split, ',' order by split) into ended from gone;
  perform set_config('app.grants_ended', coalesce(ended, ''), true);
  return null;
end $$;
revoke execute on function grants_end_with_role() from public;
create trigger grants_end_with_role after delete on membership for each row when (old.role = 'researcher') execute function grants_end_with_role();

delete from split_grant g where not exists (select from membership m where m.study_id = g.study_id and m.person_id = g.person_id and m.role = 'researcher');
