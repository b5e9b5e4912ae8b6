-- Whoever administers the study, holds a grant for a hidden split or was given its labels may hand in a system to it, and the board says so.
drop function board_names;
create function board_names(release uuid, part text) returns table (submission_id uuid, system text, mine boolean, shown_as text, letter int, knew_labels boolean)
language sql stable security definer set search_path = public as $$
  select s.id, case when known.named then s.system else '' end, s.person_id is not distinct from viewer_id(),
    case when known.named then 'name' else 'letter' end,
    case when s.anonymous then (select count(*)::int from submission before where before.release_id = s.release_id and before.split = s.split
      and before.anonymous and (before.created_at, before.id) < (s.created_at, s.id)) end,
    coalesce(r.recipe -> 'hidden', '[]') ? part and (
      exists (select from membership m where m.study_id = r.study_id and m.person_id = s.person_id and m.role = 'admin' and m.since < s.created_at)
      or exists (select from split_grant g where g.study_id = r.study_id and g.person_id = s.person_id and g.split = part and g.granted_at < s.created_at)
      or exists (select from download d join release other on other.id = d.release_id and other.study_id = r.study_id
        where d.person_id = s.person_id and d.split = part and d.at < s.created_at))
  from submission s join release r on r.id = s.release_id
    cross join lateral (select not s.anonymous or s.person_id is not distinct from viewer_id() or r.study_id = any (viewer_studies('admin'))) known (named)
  where s.release_id = board_names.release and s.split = part and s.state = 'scored' and release_open_to_viewer(r.id)
$$;
revoke execute on function board_names from public;
grant execute on function board_names to doubleread_app;
