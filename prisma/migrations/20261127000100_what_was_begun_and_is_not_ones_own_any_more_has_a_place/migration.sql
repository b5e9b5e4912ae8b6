-- Work that cannot be handed in any more has a place: its person is told what it was and why, and can take it up again where the rules that
-- give out work would give it to them.

/** Whether the viewer themselves has finished what was worked at here: a reading, one asked again, or a dispute. Tells nothing of anybody else. */
create function handed_in_by_viewer(place uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from seat where id = place and person_id = viewer_id() and submitted_at is not null)
    or exists (select from repeat_reading r join seat s on s.id = r.seat_id where r.id = place and s.person_id = viewer_id() and r.handed_in_at is not null)
    or exists (select from adjudication a join verdict v on v.adjudication_id = a.id where a.id = place and a.person_id = viewer_id())
$$;

/**
 * The viewer's part in an item and where their work there stands: 'yours', or why it cannot be handed in, in words about them alone.
 * Neither who has it now, nor how it went on, nor whether it is free changes the answer. `place`: where it was written; null: not known.
 * No row of items they never had.
 */
create function own_part(wanted uuid, place uuid) returns table (role hand_role, study_id uuid, work text) language sql stable security definer set search_path = public as $$
  select part.role, i.study_id, case
    when part.role = 'reader' and part.ended_at is null and (
        exists (select from seat s join batch b on b.id = s.batch_id and b.state <> 'closed'
          where s.item_id = wanted and s.person_id = viewer_id() and s.submitted_at is null and s.round = i.round and i.stage = 'reading')
        or exists (select from due_repeats() due join repeat_reading r on r.id = due.id where r.item_id = wanted)) then 'yours'
    when part.role = 'adjudicator' and exists (select from adjudication a
        where a.item_id = wanted and a.person_id = viewer_id() and a.settled_at is null and coalesce(a.id = own_part.place, true)) then 'yours'
    when handed_in_by_viewer(own_part.place) then 'handed-in'
    when part.declined then 'passed-on'
    when part.ended_at is not null then coalesce(part.ended_by, 'either')
    when exists (select from seat s where s.item_id = wanted and s.person_id = viewer_id() and s.submitted_at is not null) then 'handed-in'
    else 'admins' end
  from hand part join item i on i.id = part.item_id where part.item_id = wanted and part.person_id = viewer_id() and part.role in ('reader', 'adjudicator')
$$;

/** The viewer's drafts that cannot be handed in. `opening`: the first words of what they had before them. Of items they never had, nothing. */
create function kept_drafts() returns table (item_id uuid, place uuid, role hand_role, study_id uuid, task text, opening text, version int, copy uuid, updated_at timestamptz, work text)
language sql stable security definer set search_path = public as $$
  select d.item_id, d.place, part.role, part.study_id, t.task, left(i.text, 160), d.version, d.copy, d.updated_at, part.work
  from draft d cross join lateral own_part(d.item_id, d.place) part join item i on i.id = d.item_id join study t on t.id = i.study_id
  where d.person_id = viewer_id() and part.work <> 'yours' order by d.updated_at desc limit 200
$$;

/**
 * Gives the viewer a seat of an item that they have had before, by the rules of `claim_seat`: a free or lapsed one of a lane that is theirs,
 * of an item that they may read. Null where there is none, whatever the reason. Locks: as `claim_seat`.
 */
create function claim_seat_again(wanted uuid, lease interval) returns uuid language plpgsql security definer set search_path = public as $$
declare me uuid := viewer_id(); found_seat seat; begin
  perform pg_advisory_xact_lock(hashtextextended(me::text, 1));
  select s.* into found_seat from seat s join item i on i.id = s.item_id and i.round = s.round and i.stage = 'reading'
    where s.item_id = wanted and s.submitted_at is null and (s.person_id is null or s.lease_until < now())
      and (s.batch_id, s.lane) in (select l.batch_id, l.lane from open_lanes(me, i.study_id) l)
      and exists (select from hand h where h.item_id = wanted and h.person_id = me)
      and not exists (select from seat mine where mine.item_id = s.item_id and mine.round = s.round and mine.person_id = me)
      and may_read(me, wanted)
    order by (s.person_id is not null), s.id limit 1 for update of s skip locked;
  if not found then return null; end if;
  if found_seat.person_id is not null then
    update hand set ended_at = now() where item_id = wanted and person_id = found_seat.person_id;
  end if;
  update hand set ended_at = null where item_id = wanted and person_id = me;
  update seat set person_id = me, hand_role = 'reader', claimed_at = now(), lease_until = now() + least(lease, interval '2 hours'), active_ms = 0 where id = found_seat.id;
  perform record_event(me, 'seat-claimed', found_seat.study_id, wanted, jsonb_build_object('seat', found_seat.id, 'resumed', true));
  return found_seat.id;
end $$;

revoke execute on function handed_in_by_viewer, own_part, kept_drafts, claim_seat_again from public;
grant execute on function handed_in_by_viewer, own_part, kept_drafts, claim_seat_again to doubleread_app;

-- A dispute is claimed by one rule, whichever it is and for whom it is wanted.
drop function claim_adjudication(uuid, uuid, interval);
/** `wanted_item`: none but this item's. */
create function claim_adjudication(judge uuid, wanted_study uuid, lease interval, wanted_item uuid default null) returns uuid
language plpgsql security definer set search_path = public as $$ declare waiting adjudication; unconflicted boolean; begin
  perform pg_advisory_xact_lock(hashtextextended(judge::text, 2));
  unconflicted := unburdened(judge) and not exists (select from bared_before b where b.person_id = judge);
  select a.* into waiting from adjudication a
    join item i on i.id = a.item_id
    join membership m on m.study_id = a.study_id and m.person_id = judge and m.role = 'adjudicator'
    join study s on s.id = a.study_id and s.archived_at is null
    join person p on p.id = judge and p.deactivated_at is null
    left join profile f on f.person_id = judge
    left join batch b on b.id = i.batch_id
    where a.settled_at is null and i.stage = 'adjudicating' and (wanted_study is null or a.study_id = wanted_study) and (wanted_item is null or a.item_id = wanted_item)
      and (a.person_id is null or (a.lease_until < now() and a.person_id <> judge))
      and (i.language is null or coalesce(cardinality(f.languages), 0) = 0 or i.language = any (f.languages))
      and not exists (select from hand h where h.item_id = i.id and h.person_id = judge and (h.declined or h.role <> 'adjudicator') offset 0)
      -- Disputes are opened by the last submission, or later: an older one needs no look at its seats.
      and (a.opened_at < now() - interval '10 minutes' or not within_grace(i.id))
      and (unconflicted or (not knows_verdict(judge, i.id) and not was_bared(judge, i.id)
        and not exists (select from conflict_of_interest c where c.person_id = judge
          and ((c.kind = 'source' and c.value = i.source) or (c.kind = 'person' and c.value = i.tags ->> 'author')) offset 0)))
    order by b.priority desc nulls last, a.opened_at limit 1 for update of a skip locked;
  if not found then return null; end if;
  if waiting.person_id is not null then
    update hand set ended_at = now() where item_id = waiting.item_id and person_id = waiting.person_id;
  end if;
  insert into hand (item_id, person_id, role) values (waiting.item_id, judge, 'adjudicator')
    on conflict (item_id, person_id) do update set ended_at = null;
  update adjudication set person_id = judge, hand_role = 'adjudicator', lease_until = now() + lease where id = waiting.id;
  return waiting.id;
end $$;
revoke execute on function claim_adjudication from public;
grant execute on function claim_adjudication to doubleread_app;
