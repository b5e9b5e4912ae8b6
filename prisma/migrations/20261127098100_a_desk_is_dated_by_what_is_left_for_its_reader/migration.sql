-- A batch whose rest is for others has no date for who has read their part of it: the date is that of what waits or is held, and said with it.
drop function desk_due();
drop function desk_waiting();
/**
 * What waits for the viewer, by study: how many items, of each lane counted to 500 and no further, and the first due date of these and of
 * what they hold, also in a paused batch.
 */
create function desk_waiting() returns table (study_id uuid, waiting int, due_on date)
language sql stable security definer set search_path = public set jit = off as $$
  select study_id, sum(items)::int, min(due_on) from (
    select b.study_id, b.due_on, n.free as items from open_lanes(viewer_id(), null) l join batch b on b.id = l.batch_id
    cross join lateral (select count(*) as free from (
      select distinct s.queue, s.item_id from seat s where s.batch_id = l.batch_id and s.lane = l.lane and s.submitted_at is null
        and (s.person_id is null or s.lease_until < now())
        and s.queue not in (select mine.queue from seat mine
          where mine.person_id = (select viewer_id()) and mine.batch_id = l.batch_id and mine.lane = l.lane)
        and not exists (select from hand h where h.item_id = s.item_id and h.person_id = (select viewer_id())
          and (h.declined or h.role <> 'reader' or exists (select from seat mine
            where mine.item_id = s.item_id and mine.round = s.round and mine.person_id = (select viewer_id()))) offset 0)
        and ((select unburdened(viewer_id())) or may_read((select viewer_id()), s.item_id))
      order by s.queue, s.item_id limit 500) f) n
    where n.free > 0
    union all
    select b.study_id, b.due_on, 0 from seat s join batch b on b.id = s.batch_id and b.state <> 'closed'
    where s.person_id = (select viewer_id()) and s.submitted_at is null) w
  group by study_id
$$;
revoke execute on function desk_waiting from public;
grant execute on function desk_waiting to doubleread_app;
