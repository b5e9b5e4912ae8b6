-- A later rubric has its own words for what it asks, and what was said before was said of others. So everybody who said something is shown
-- it under the version of then: of their own readings and disputes, and whoever settles an item of the verdicts before.

-- A version ends when it is replaced, not when whoever replaces it began to wait for the last hand-in under it.
alter table rubric_version alter column replaced_at set default clock_timestamp();

/** The rubric that a reading or dispute of the viewer's, or a verdict of an item they settle, was given under; null: the one that the item has. */
create function rubric_under(given uuid) returns jsonb language sql stable security definer set search_path = public as $$
  select v.rubric from (
    select item_id, submitted_at as at from seat where id = given and person_id = viewer_id()
    union all select item_id, settled_at from adjudication where id = given and person_id = viewer_id()
    union all select item_id, decided_at from verdict where id = given and viewer_part(item_id) = 'adjudicator') said
  join rubric_version v on v.item_id = said.item_id and v.replaced_at > said.at order by v.version limit 1
$$;
revoke execute on function rubric_under from public;
grant execute on function rubric_under to doubleread_app;

/** The readings that a dispute of the viewer's is about: not those of a round after the one they settled. */
create or replace function readings_to_settle(item uuid) returns table (letter text, answer jsonb)
language sql stable security definer set search_path = public as $$
  select distinct on (s.letter) s.letter::text, j.answer
  from seat s join item i on i.id = s.item_id and i.round = s.round join judgment j on j.seat_id = s.id
  where s.item_id = readings_to_settle.item and s.submitted_at is not null and viewer_part(readings_to_settle.item) = 'adjudicator'
    and exists (select from adjudication a left join verdict v on v.adjudication_id = a.id
      where a.item_id = i.id and a.person_id = viewer_id() and (a.settled_at is null or v.round = i.round))
  order by s.letter, j.revision desc
$$;
