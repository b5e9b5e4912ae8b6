/**
 * How far the experts are with a split, to the study's admins alone: only of erroneous texts is anything asked, so how many questions a
 * system brought about counts the erroneous ones among those it flagged.
 */
create or replace function question_counts(release uuid, part text) returns table (asked int, answered int, withdrawn int, reading int, nobody int)
language sql stable security definer set search_path = public as $$
  with question as (
    select q.id, q.same, q.lease_until, i.stage, i.study_id from span_question q
      join release_item r on r.release_id = q.release_id and r.external_id = q.external_id join item i on i.id = q.item_id
    where q.release_id = question_counts.release and r.split = part
      and (is_system() or i.study_id = any (coalesce((select viewer_studies('admin'))::uuid[], '{}')))),
  open as (select * from question where same is null),
  answerable as (select distinct f.id from membership m cross join lateral span_questions_for(m.person_id) f
    where m.role = 'adjudicator' and m.study_id in (select study_id from open) and exists (select from open where stage = 'closed'))
  select (select count(*)::int from question), (select count(same)::int from question),
    (select count(*)::int from open where stage = 'withdrawn'),
    (select count(*)::int from open where stage not in ('closed', 'withdrawn')),
    (select count(*)::int from open where stage = 'closed' and coalesce(lease_until < now(), true) and id not in (select id from answerable))
$$;
