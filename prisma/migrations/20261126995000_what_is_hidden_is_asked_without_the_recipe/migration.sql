-- Row security asks of each file of a release, and the board of each system, whether its split is hidden, and was told by the recipe. The
-- recipe lists, one by one, what was excluded and which pairs are no duplicates: megabytes of a large release, taken apart for every row
-- before a download's first byte; and the sizes of a contest's splits were counted in groups of it.
alter table release add column hidden jsonb generated always as (coalesce(recipe -> 'hidden', '[]'::jsonb)) stored;
-- Which splits are hidden is no secret; rights on a release are by column.
grant select (hidden) on release to doubleread_app;

create or replace function split_open_to_viewer(wanted uuid, part text) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from release r where r.id = wanted and
       (r.study_id = any (viewer_studies('admin'))
        or (release_open_to_viewer(r.id)
            and (not r.hidden ? part
                 or exists (select from split_grant g where g.study_id = r.study_id and g.person_id = viewer_id() and g.split = part))))) $$;

create or replace function contest_splits(release uuid) returns table (split text, items int, hidden boolean)
language sql stable security definer set search_path = public as $$
  select i.split, count(*)::int, bool_or(r.hidden ? i.split) from release r join release_item i on i.release_id = r.id
  where r.id = contest_splits.release and r.state = 'frozen' and i.record is not null and (is_system() or release_open_to_viewer(r.id))
  group by i.split order by array_position(array['train', 'validation', 'test'], i.split), i.split
$$;

create or replace function board_names(release uuid, part text) returns table (submission_id uuid, system text, mine boolean, shown_as text, letter int, knew_labels boolean)
language sql stable security definer set search_path = public as $$
  select s.id, case when known.named then s.system else '' end, s.person_id is not distinct from viewer_id(),
    case when known.named then 'name' else 'letter' end,
    case when s.anonymous then (select count(*)::int from submission before where before.release_id = s.release_id and before.split = s.split
      and before.anonymous and (before.created_at, before.id) < (s.created_at, s.id)) end,
    r.hidden ? part and (
      exists (select from membership m where m.study_id = r.study_id and m.person_id = s.person_id and m.role = 'admin' and m.since < s.created_at)
      or exists (select from split_grant g where g.study_id = r.study_id and g.person_id = s.person_id and g.split = part and g.granted_at < s.created_at)
      or exists (select from download d join release other on other.id = d.release_id and other.study_id = r.study_id
        where d.person_id = s.person_id and d.split = part and d.at < s.created_at))
  from submission s join release r on r.id = s.release_id
    cross join lateral (select not s.anonymous or s.person_id is not distinct from viewer_id() or r.study_id = any (viewer_studies('admin'))) known (named)
  where s.release_id = board_names.release and s.split = part and s.state = 'scored' and release_open_to_viewer(r.id)
$$;
