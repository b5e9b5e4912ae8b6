-- For a moment a reader may take a reading back, and whether that works must tell them nothing of the others. So a dispute is given out,
-- and an item closed by agreement shows its names, when that moment is over for all of the item's readers.

/** Whether one of the item's readings can still be taken back. */
create function within_grace(item uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from item i join seat e on e.item_id = i.id and e.round = i.round where i.id = item and e.submitted_at > now() - grace()) $$;
revoke execute on function within_grace from public;
grant execute on function within_grace to doubleread_app;

create or replace function bared_to_viewer(item uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from item i where i.id = item and i.study_id = any (viewer_studies('admin'))
       -- What closed minutes ago needs no look at its seats; a hundred thousand readings are counted through this.
       and ((i.stage = 'closed' and (i.staged_at < now() - interval '10 minutes' or not within_grace(i.id))) or exists (select from unsealing u where u.item_id = i.id and u.person_id = viewer_id()))) $$;

create or replace function verdict_shown_to_viewer(item uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from item i join study s on s.id = i.study_id join hand h on h.item_id = i.id
       where i.id = item and i.stage = 'closed' and s.shows_verdicts
         and h.person_id = viewer_id() and h.role = 'reader' and h.ended_at is null and not within_grace(i.id)) $$;

create or replace function claim_adjudication(judge uuid, wanted_study uuid, lease interval) returns uuid
language plpgsql security definer set search_path = public as $$ declare waiting adjudication; unconflicted boolean; begin
  perform pg_advisory_xact_lock(hashtextextended(judge::text, 2));
  unconflicted := unburdened(judge);
  select a.* into waiting from adjudication a
    join item i on i.id = a.item_id
    join membership m on m.study_id = a.study_id and m.person_id = judge and m.role = 'adjudicator'
    join study s on s.id = a.study_id and s.archived_at is null
    join person p on p.id = judge and p.deactivated_at is null
    left join profile f on f.person_id = judge
    left join batch b on b.id = i.batch_id
    where a.settled_at is null and i.stage = 'adjudicating' and (wanted_study is null or a.study_id = wanted_study)
      and (a.person_id is null or (a.lease_until < now() and a.person_id <> judge))
      and (i.language is null or coalesce(cardinality(f.languages), 0) = 0 or i.language = any (f.languages))
      and not exists (select from hand h where h.item_id = i.id and h.person_id = judge and (h.declined or h.role <> 'adjudicator') offset 0)
      -- Disputes are opened by the last submission, or later: an older one needs no look at its seats.
      and (a.opened_at < now() - interval '10 minutes' or not within_grace(i.id))
      and (unconflicted or (not knows_verdict(judge, i.id)
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

create or replace function bench_waiting() returns table (study_id uuid, waiting int)
language sql stable security definer set search_path = public set jit = off as $$
  select a.study_id, count(*)::int from adjudication a join item i on i.id = a.item_id
  left join profile f on f.person_id = (select viewer_id())
  where a.settled_at is null and i.stage = 'adjudicating' and a.study_id = any ((select viewer_studies('adjudicator'))::uuid[])
    and (a.person_id is null or (a.lease_until < now() and a.person_id <> (select viewer_id())))
    and (i.language is null or coalesce(cardinality(f.languages), 0) = 0 or i.language = any (f.languages))
    and not exists (select from hand h where h.item_id = i.id and h.person_id = (select viewer_id()) and (h.declined or h.role <> 'adjudicator') offset 0)
    -- Disputes are opened by the last submission, or later: an older one needs no look at its seats.
    and (a.opened_at < now() - interval '10 minutes' or not within_grace(i.id))
    and ((select unburdened(viewer_id())) or (not knows_verdict((select viewer_id()), i.id)
      and not exists (select from conflict_of_interest c where c.person_id = (select viewer_id())
        and ((c.kind = 'source' and c.value = i.source) or (c.kind = 'person' and c.value = i.tags ->> 'author')) offset 0)))
  group by a.study_id
$$;
