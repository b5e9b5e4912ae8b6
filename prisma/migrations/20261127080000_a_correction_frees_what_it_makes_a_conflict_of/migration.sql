-- Whoever holds an item that turns out to be theirs, or of a source they may not read, holds it no longer: also where a correction says so.
create function leave_conflicts(who uuid) returns void language plpgsql set search_path = public as $$ begin
  perform before_claims(who);
  perform free_work(who,
    array(select s.id from seat s where s.person_id = who and s.submitted_at is null and has_conflict(who, s.item_id)),
    array(select a.id from adjudication a where a.person_id = who and a.settled_at is null and has_conflict(who, a.item_id)), 'conflict');
end $$;
revoke execute on function leave_conflicts from public;

create or replace function work_ends_with_conflict() returns trigger language plpgsql security definer set search_path = public as
  $$ begin perform leave_conflicts(new.person_id); return null; end $$;

/** To be asked in a transaction of its own: claims and hand-ins lock seats before items, and a correction has locked items. */
create function conflicts_of_corrected(items uuid[]) returns void language plpgsql security definer set search_path = public as $$ begin
  if not is_system() then raise exception 'the unblinded door alone' using errcode = 'insufficient_privilege'; end if;
  perform leave_conflicts(h.person_id) from (
    select person_id from seat where item_id = any (items) and person_id is not null and submitted_at is null
    union select person_id from adjudication where item_id = any (items) and person_id is not null and settled_at is null
    order by 1) h;
end $$;
revoke execute on function conflicts_of_corrected from public;
grant execute on function conflicts_of_corrected to doubleread_app;

/** Who brought a study's items in, by the moment that their rows became items: whoever confirmed the file, and whoever began with it. */
create function importers(study uuid) returns table (person_id uuid, finished_at timestamptz) language sql stable set search_path = public as $$
  select a.person_id, m.finished_at from import m join lateral (
    select e.id from audit_event e where e.study_id = m.study_id and e.kind = 'items-imported' and e.detail ->> 'file' = m.file_name
      and e.at >= m.finished_at order by e.at limit 1) e on true join audit_actor a on a.event_id = e.id
  where m.study_id = study and m.state = 'done'
  union select a.person_id, m.finished_at from import m join audit_event e on e.study_id = m.study_id and e.kind = 'import-begun' and e.detail ->> 'import' = m.id::text
    join audit_actor a on a.event_id = e.id where m.study_id = study and m.state = 'done'
$$;

create or replace function seals_saying_else(wanted uuid) returns table (line int, part int) language sql stable security definer set search_path = public as $$
  with mine as materialized (
    select p.finished_at from import this, importers(this.study_id) p
    where this.id = wanted and this.study_id = any (viewer_studies('admin')) and p.person_id = viewer_id())
  select r.line, r.part from import this join import_row r on r.import_id = this.id and r.fate = 'known' and r.sealed is not null
    join item i on i.study_id = this.study_id and i.external_id = r.external_id and i.created_at in (select finished_at from mine)
    left join seal s on s.item_id = i.id
  where this.id = wanted and s.content is distinct from r.sealed
$$;
