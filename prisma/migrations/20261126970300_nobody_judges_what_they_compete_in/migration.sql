/**
 * What may be put before an expert now: said once, for the count that they see and for the claim. Never to whoever handed in a system to the
 * release, since they know their own system's places, nor to whoever looked at what single systems said of it.
 */
create or replace function span_questions_for(expert uuid) returns table (id uuid) language sql stable security definer set search_path = public as $$
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
    and not exists (select from submission own where own.release_id = q.release_id and own.person_id = expert and own.state <> 'withdrawn')
    and not exists (select from download seen where seen.release_id = q.release_id and seen.person_id = expert and seen.path like 'errors/%')
$$;

/** Whether a person was shown a place of a verdict in this split, of this release or another that holds the item, as a question. */
create function was_asked_about(asked uuid, wanted uuid, part text) returns boolean language sql stable security definer set search_path = public as $$
  select is_system() and exists (select from span_question q join release_item r on r.item_id = q.item_id and r.release_id = wanted and r.split = part
    where q.person_id = asked and (q.same is not null or q.lease_until > now()))
$$;
revoke execute on function was_asked_about from public;
grant execute on function was_asked_about to doubleread_app;
create index if not exists span_question_person on span_question (person_id) where person_id is not null;
