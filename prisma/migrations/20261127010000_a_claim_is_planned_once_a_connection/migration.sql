-- In the order that a claim asks for, or it sorts some thirty seats to take one. A claim changes what other indexes hold as well.
drop index seat_queue;
create index seat_queue on seat (batch_id, lane, queue, (person_id is not null), id) where submitted_at is null;

-- What somebody holds and what they have handed in are asked for apart. In one index, each look at the few that they hold passed by
-- all that they have handed in since the table was last cleaned.
create index seat_held on seat (person_id) where submitted_at is null and person_id is not null;
create index seat_handed_in on seat (person_id, submitted_at) where submitted_at is not null;
drop index seat_person_id_submitted_at_idx;

-- Looking for a seat was planned anew at every claim, which took as long as the search. It is planned once a connection now, and
-- by its indexes alone, for a plan outlives what it was made for: an installation's first claim finds tables of a few rows. Its
-- event is recorded where seat and item are at hand, and so by nobody in another's name.
create or replace function claim_seat(reader uuid, wanted_study uuid, lease interval) returns uuid
language plpgsql security definer set search_path = public
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off as $$
declare place record; found_seat seat; reached float; from_queue float; below float; unconflicted boolean; begin
  perform pg_advisory_xact_lock(hashtextextended(reader::text, 1));
  unconflicted := unburdened(reader) and not exists (select from bared_before b where b.person_id = reader);
  for place in select * from open_lanes(reader, wanted_study) loop
    select coalesce(max(queue), 0) into reached from seat where person_id = reader and batch_id = place.batch_id and lane = place.lane;
    -- Onward from the furthest seat they have held; what was let go before it comes last.
    from_queue := reached;
    below := 'infinity';
    loop
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
      exit when found or from_queue = 0;
      below := from_queue;
      from_queue := 0;
    end loop;
    if found_seat.id is not null then
      if found_seat.person_id is not null then
        update hand set ended_at = now() where item_id = found_seat.item_id and person_id = found_seat.person_id;
      end if;
      insert into hand (item_id, person_id, role) values (found_seat.item_id, reader, 'reader')
        on conflict (item_id, person_id) do update set ended_at = null;
      update seat set person_id = reader, hand_role = 'reader', claimed_at = now(), lease_until = now() + lease, active_ms = 0
        where id = found_seat.id;
      perform record_event(reader, 'seat-claimed', found_seat.study_id, found_seat.item_id, jsonb_build_object('seat', found_seat.id));
      return found_seat.id;
    end if;
  end loop;
  return null;
end $$;

create or replace function take_seat(wanted_study uuid, known uuid[], most_held int, lease interval) returns uuid
language plpgsql set search_path = public set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off as $$
declare me uuid := viewer_id(); held int; taken uuid; begin
  select count(*), (array_agg(s.id order by s.claimed_at) filter (where s.id <> all (known)))[1] into held, taken
    from seat s join batch b on b.id = s.batch_id and b.state = 'open'
    where s.person_id = me and s.submitted_at is null and (wanted_study is null or s.study_id = wanted_study);
  if taken is not null or held >= most_held then return taken; end if;
  return claim_seat(me, wanted_study, lease);
end $$;
