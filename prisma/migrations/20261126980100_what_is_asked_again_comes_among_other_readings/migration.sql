-- What is asked again comes among the other readings, after a number of them that nobody can foretell, and is known by nothing. Of an
-- earlier round nothing is asked again: the item is read anew.
alter table repeat_reading add column after_readings int not null default 1 + floor(random() * 8)::int check (after_readings > 0);
create index on repeat_reading (item_id);
create index on repeat_reading (protocol_id);
create index repeat_reading_open on repeat_reading (study_id) where handed_in_at is null;

drop function due_repeats();
/**
 * What the viewer can be asked again, oldest reading first: never straight after the reading itself unless a day has passed, and
 * not where the verdict was shown to them or its labels were given to them. `ripe`: as many readings have come between as it was made to wait for.
 */
create function due_repeats() returns table (id uuid, study_id uuid, read_at timestamptz, ripe boolean) language sql stable security definer set search_path = public as $$
  select r.id, r.study_id, s.submitted_at,
    (select count(*) from (select from seat later where later.person_id = s.person_id and later.study_id = s.study_id
      and later.submitted_at > s.submitted_at limit r.after_readings) between_them) >= r.after_readings
  from seat s join repeat_reading r on r.seat_id = s.id and r.handed_in_at is null
    join batch b on b.id = s.batch_id and b.state = 'open' join item i on i.id = s.item_id and i.round = s.round and i.stage <> 'withdrawn'
    join study t on t.id = s.study_id and t.archived_at is null
  where s.person_id = viewer_id() and s.submitted_at is not null and s.study_id = any (viewer_studies('reader'))
    and not verdict_shown_to_viewer(s.item_id) and not knows_verdict(viewer_id(), s.item_id)
    and (s.submitted_at < now() - interval '1 day'
      or exists (select from seat later where later.person_id = s.person_id and later.study_id = s.study_id and later.submitted_at > s.submitted_at))
  order by s.submitted_at, r.id
$$;
grant execute on function due_repeats to doubleread_app;
