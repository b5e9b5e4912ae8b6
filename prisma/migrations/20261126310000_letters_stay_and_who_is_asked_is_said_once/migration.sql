-- An anonymous system has the same letter for everyone who looks and for as long as the board stands: letters go by arrival, and
-- one that was withdrawn takes its letter with it.
drop function board_names;
create function board_names(release uuid, part text) returns table (submission_id uuid, system text, mine boolean, shown_as text, letter int)
language sql stable security definer set search_path = public as $$
  select s.id, case when known.named then s.system else '' end, s.person_id is not distinct from viewer_id(),
    case when known.named then 'name' else 'letter' end,
    case when s.anonymous then (select count(*)::int from submission before where before.release_id = s.release_id and before.split = s.split
      and before.anonymous and (before.created_at, before.id) < (s.created_at, s.id)) end
  from submission s join release r on r.id = s.release_id
    cross join lateral (select not s.anonymous or s.person_id is not distinct from viewer_id() or r.study_id = any (viewer_studies('admin'))) known (named)
  where s.release_id = board_names.release and s.split = part and s.state = 'scored' and release_open_to_viewer(r.id)
$$;

/** What may be put before an expert now: said once, for the count that they see and for the claim. */
create function span_questions_for(expert uuid) returns table (id uuid) language sql stable security definer set search_path = public as $$
  select q.id from span_question q join item i on i.id = q.item_id join study s on s.id = i.study_id
    join membership m on m.study_id = i.study_id and m.person_id = expert and m.role = 'adjudicator'
    join person p on p.id = expert and p.deactivated_at is null
    left join profile f on f.person_id = expert
  where q.same is null and i.stage = 'closed' and s.archived_at is null
    and (q.person_id is null or q.person_id = expert or q.lease_until < now())
    and (i.language is null or coalesce(cardinality(f.languages), 0) = 0 or i.language = any (f.languages))
    and not exists (select from hand h where h.item_id = q.item_id and h.person_id = expert)
    and not exists (select from conflict_of_interest c where c.person_id = expert
      and ((c.kind = 'source' and c.value = i.source) or (c.kind = 'person' and c.value = i.tags ->> 'author')))
$$;

create or replace function claim_span_question(expert uuid, lease interval) returns table (id uuid, study_id uuid, item_id uuid)
language plpgsql security definer set search_path = public as $$ declare found_id uuid; begin
  perform pg_advisory_xact_lock(hashtextextended(expert::text, 8));
  select q.id into found_id from span_question q
    where q.id in (select open.id from span_questions_for(expert) open)
      -- Asked again of the row itself, since somebody may have taken it between the look and the lock.
      and q.same is null and (q.person_id is null or q.person_id = expert or q.lease_until < now())
    order by (q.person_id is not distinct from expert) desc, q.external_id collate "C", q.start, q.id limit 1 for update of q skip locked;
  if found_id is null then return; end if;
  update span_question q set person_id = expert, lease_until = now() + lease where q.id = found_id;
  return query select q.id, i.study_id, q.item_id from span_question q join item i on i.id = q.item_id where q.id = found_id;
end $$;

create or replace function span_questions_waiting() returns table (waiting int, answered int)
language sql stable security definer set search_path = public as $$
  select (select count(*)::int from span_questions_for(viewer_id())),
    (select count(*)::int from span_question q join item i on i.id = q.item_id
      where q.same is not null and q.person_id = viewer_id() and i.study_id = any (viewer_studies('adjudicator')))
$$;

revoke execute on function board_names, span_questions_for from public;
grant execute on function board_names to doubleread_app;
