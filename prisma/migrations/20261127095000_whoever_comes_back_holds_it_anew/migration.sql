-- Whoever comes back to what they hold holds it anew: half an hour's lease may be over, and nobody else have come by.

/**
 * What somebody holds is prolonged where it is given to them again. Where another has taken it since it was looked at, they are given the next;
 * what they hold now is one fewer.
 */
create or replace function take_seat(wanted_study uuid, known uuid[], most_held int, lease interval) returns uuid
language plpgsql set search_path = public set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off as $$
declare me uuid := viewer_id(); held int; taken uuid; begin
  select count(*), (array_agg(s.id order by s.claimed_at) filter (where s.id <> all (known)))[1] into held, taken
    from seat s join batch b on b.id = s.batch_id and b.state = 'open'
    where s.person_id = me and s.submitted_at is null and (wanted_study is null or s.study_id = wanted_study);
  if taken is not null then
    if renew_seat(taken, lease) is not null then return taken; end if;
    held := held - 1;
  end if;
  return case when held < most_held then claim_seat(me, wanted_study, lease) end;
end $$;

/** What lapsed comes after what nobody has opened, as seats do: being old, it would be the next for whoever asks. */
create or replace function claim_adjudication(judge uuid, wanted_study uuid, lease interval, wanted_item uuid default null) returns uuid
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
      and reads_language(f.languages, i.language)
      and not exists (select from hand h where h.item_id = i.id and h.person_id = judge and (h.declined or h.role <> 'adjudicator') offset 0)
      -- Disputes are opened by the last submission, or later: an older one needs no look at its seats.
      and (a.opened_at < now() - interval '10 minutes' or not within_grace(i.id))
      and (unconflicted or (not knows_verdict(judge, i.id) and not was_bared(judge, i.id)
        and not has_conflict(judge, i.id)))
    order by b.priority desc nulls last, (a.person_id is not null), a.opened_at limit 1 for update of a skip locked;
  if not found then return null; end if;
  if waiting.person_id is not null then
    update hand set ended_at = now() where item_id = waiting.item_id and person_id = waiting.person_id;
  end if;
  insert into hand (item_id, person_id, role) values (waiting.item_id, judge, 'adjudicator')
    on conflict (item_id, person_id) do update set ended_at = null;
  update adjudication set person_id = judge, hand_role = 'adjudicator', lease_until = now() + lease where id = waiting.id;
  return waiting.id;
end $$;
