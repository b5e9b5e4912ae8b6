-- What is asked again is held from the moment it is given out, like any reading, and has a lease as one has, though nobody else can
-- ever be given it: a reader who opened it and left finds it among what they hold.
alter table repeat_reading add column lease_until timestamptz;
update repeat_reading r set lease_until = now() from seat s
where s.id = r.seat_id and r.handed_in_at is null and exists (select from draft d where d.item_id = r.item_id and d.person_id = s.person_id);

/** Gives the viewer what they are to be asked again, of one study or of all, beyond what their page has. `only_ripe`: only what they hold or whose time has come. */
create function take_repeat(wanted uuid, known uuid[], only_ripe boolean, lease interval) returns uuid
language sql security definer set search_path = public as $$
  update repeat_reading set lease_until = now() + least(lease, interval '2 hours') where id = (
    select d.id from due_repeats() d join repeat_reading r on r.id = d.id where (d.ripe or r.lease_until is not null or not only_ripe) and (wanted is null or d.study_id = wanted) and d.id <> all (known)
    order by d.read_at, d.id limit 1) returning id
$$;
/** Prolongs the viewer's own; null where it is over. */
create function renew_repeat(wanted uuid, lease interval) returns timestamptz language sql security definer set search_path = public as $$
  update repeat_reading r set lease_until = now() + least(lease, interval '2 hours') from seat s join item i on i.id = s.item_id and i.round = s.round
  where r.id = wanted and s.id = r.seat_id and s.person_id = viewer_id() and r.handed_in_at is null returning r.lease_until
$$;
revoke execute on function take_repeat, renew_repeat from public;
grant execute on function take_repeat, renew_repeat to doubleread_app;
