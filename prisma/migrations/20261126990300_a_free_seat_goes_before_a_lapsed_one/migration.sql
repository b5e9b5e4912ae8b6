-- Of an item's seats the free ones go first: a reader whose lease has lapsed finds the text where they left it as long as others are free.
create or replace function claim_seat(reader uuid, wanted_study uuid, lease interval) returns uuid
language plpgsql security definer set search_path = public as $$
declare place record; found_seat seat; reached float; from_queue float; below float; unconflicted boolean; begin
  perform pg_advisory_xact_lock(hashtextextended(reader::text, 1));
  unconflicted := unburdened(reader);
  for place in select * from open_lanes(reader, wanted_study) loop
    select coalesce(max(queue), 0) into reached from seat where person_id = reader and batch_id = place.batch_id and lane = place.lane;
    for from_queue, below in values (reached, 'infinity'::float), (0, reached) loop
      select s.* into found_seat from seat s
        where s.batch_id = place.batch_id and s.lane = place.lane and s.submitted_at is null
          and s.queue >= from_queue and s.queue < below
          and (s.person_id is null or s.lease_until < now())
          -- The seats of one item share their place in the queue, mostly: most of what they have read is passed by here.
          and (from_queue > 0 or s.queue not in (select mine.queue from seat mine
            where mine.person_id = reader and mine.batch_id = place.batch_id and mine.lane = place.lane))
          and not exists (select from hand h where h.item_id = s.item_id and h.person_id = reader
            and (h.declined or h.role <> 'reader' or exists (select from seat mine
              where mine.item_id = s.item_id and mine.round = s.round and mine.person_id = reader)) offset 0)
          and (unconflicted or may_read(reader, s.item_id))
        order by s.queue, (s.person_id is not null), s.id limit 1 for update of s skip locked;
      exit when found;
    end loop;
    if found_seat.id is not null then
      if found_seat.person_id is not null then
        update hand set ended_at = now() where item_id = found_seat.item_id and person_id = found_seat.person_id;
      end if;
      insert into hand (item_id, person_id, role) values (found_seat.item_id, reader, 'reader')
        on conflict (item_id, person_id) do update set ended_at = null;
      update seat set person_id = reader, hand_role = 'reader', claimed_at = now(), lease_until = now() + lease, active_ms = 0
        where id = found_seat.id;
      return found_seat.id;
    end if;
  end loop;
  return null;
end $$;
