-- What may be known of a contest by whoever may know its release: its size and task, who stands on the board under which
-- name, how far the experts are. None of it says anything of an item.

create function contest_study(release uuid) returns table (slug text, name text, task text, settings jsonb)
language sql stable security definer set search_path = public as $$
  select s.slug, s.name, s.task, s.settings from release r join study s on s.id = r.study_id
  where r.id = contest_study.release and (is_system() or release_open_to_viewer(r.id))
$$;
/** The splits of a release with how many items each has; which are hidden is no secret. */
create function contest_splits(release uuid) returns table (split text, items int, hidden boolean)
language sql stable security definer set search_path = public as $$
  select i.split, count(*)::int, coalesce(r.recipe -> 'hidden', '[]') ? i.split from release r join release_item i on i.release_id = r.id
  where r.id = contest_splits.release and r.state = 'frozen' and i.record is not null and (is_system() or release_open_to_viewer(r.id))
  group by i.split, r.recipe order by array_position(array['train', 'validation', 'test'], i.split), i.split
$$;
create function submission_stands(wanted uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from submission where id = wanted and state <> 'withdrawn') $$;

/** Anonymous systems keep their name for their own person and the study's admins; for others the name is not even sent. */
create function board_names(release uuid, part text) returns table (submission_id uuid, system text, mine boolean, shown_as text)
language sql stable security definer set search_path = public as $$
  select s.id,
    case when s.anonymous and s.person_id is distinct from viewer_id() and not r.study_id = any (viewer_studies('admin')) then '' else s.system end,
    s.person_id is not distinct from viewer_id(),
    case when s.anonymous and s.person_id is distinct from viewer_id() and not r.study_id = any (viewer_studies('admin')) then 'letter' else 'name' end
  from submission s join release r on r.id = s.release_id
  where s.release_id = board_names.release and s.split = part and s.state = 'scored' and release_open_to_viewer(r.id)
$$;

/** Takes the next question for an expert; their own unfinished one first. Locks: the question's row only, never waiting. */
create function claim_span_question(expert uuid, lease interval) returns table (id uuid, study_id uuid, item_id uuid)
language plpgsql security definer set search_path = public as $$ declare found_id uuid; begin
  perform pg_advisory_xact_lock(hashtextextended(expert::text, 8));
  select q.id into found_id from span_question q join item i on i.id = q.item_id
    join membership m on m.study_id = i.study_id and m.person_id = expert and m.role = 'adjudicator'
    join person p on p.id = expert and p.deactivated_at is null
    left join profile f on f.person_id = expert
    where q.same is null and i.stage = 'closed'
      and (q.person_id is null or q.person_id = expert or q.lease_until < now())
      and (i.language is null or coalesce(cardinality(f.languages), 0) = 0 or i.language = any (f.languages))
      and not exists (select from hand h where h.item_id = q.item_id and h.person_id = expert)
      and not exists (select from conflict_of_interest c where c.person_id = expert
        and ((c.kind = 'source' and c.value = i.source) or (c.kind = 'person' and c.value = i.tags ->> 'author')))
    order by (q.person_id is not distinct from expert) desc, q.external_id collate "C", q.start, q.id limit 1 for update of q skip locked;
  if found_id is null then return; end if;
  update span_question q set person_id = expert, lease_until = now() + lease where q.id = found_id;
  return query select q.id, i.study_id, q.item_id from span_question q join item i on i.id = q.item_id where q.id = found_id;
end $$;

create function span_questions_waiting() returns table (waiting int, answered int)
language sql stable security definer set search_path = public as $$
  select (count(*) filter (where q.same is null and (q.person_id is null or q.person_id = viewer_id() or q.lease_until < now())
      and not exists (select from hand h where h.item_id = q.item_id and h.person_id = viewer_id())))::int,
    (count(*) filter (where q.same is not null and q.person_id = viewer_id()))::int
  from span_question q join item i on i.id = q.item_id and i.stage = 'closed' where i.study_id = any (viewer_studies('adjudicator'))
$$;
create function question_counts(release uuid, part text) returns table (asked int, answered int)
language sql stable security definer set search_path = public as $$
  select count(*)::int, count(q.same)::int from span_question q
  join release_item r on r.release_id = q.release_id and r.external_id = q.external_id
  where q.release_id = question_counts.release and r.split = part and release_open_to_viewer(question_counts.release)
$$;

/** A question with its text, for the expert who holds it or has answered it. */
create function span_question_shown(wanted uuid)
returns table (gold_start int, gold_end int, start_ int, end_ int, same boolean, note text, body text, language text, study_name text, task text)
language sql stable security definer set search_path = public as $$
  select q.gold_start, q.gold_end, q.start, q."end", q.same, q.note, i.text, i.language, s.name, s.task
  from span_question q join item i on i.id = q.item_id join study s on s.id = i.study_id
  where q.id = wanted and q.person_id = viewer_id() and (q.same is not null or q.lease_until > now())
$$;

revoke execute on function contest_study, contest_splits, submission_stands, board_names, claim_span_question, span_questions_waiting,
  question_counts, span_question_shown from public;
grant execute on function contest_study, contest_splits, submission_stands, board_names, claim_span_question, span_questions_waiting,
  question_counts, span_question_shown to doubleread_app;
