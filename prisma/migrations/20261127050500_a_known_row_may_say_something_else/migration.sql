-- A corrected file that comes in again is not "nothing new": rows of items that are here may say something else of them.
alter table import_row add column differs text[];

/**
 * Known rows of an import whose sealed fields are not those of their items. Told to whoever brought these items in, and knows what is
 * sealed of them: to anybody else the answer would open the seal, a guess at a time.
 */
create function seals_saying_else(wanted uuid) returns table (line int, part int) language sql stable security definer set search_path = public as $$
  with mine as materialized (
    select m.finished_at from import this join import m on m.study_id = this.study_id and m.state = 'done'
    join lateral (select e.id from audit_event e where e.study_id = m.study_id and e.kind = 'items-imported' and e.detail ->> 'file' = m.file_name
      and e.at >= m.finished_at order by e.at limit 1) e on true
    join audit_actor a on a.event_id = e.id and a.person_id = viewer_id()
    where this.id = wanted and this.study_id = any (viewer_studies('admin')))
  select r.line, r.part from import this join import_row r on r.import_id = this.id and r.fate = 'known' and r.sealed is not null
    join item i on i.study_id = this.study_id and i.external_id = r.external_id and i.created_at in (select finished_at from mine)
    left join seal s on s.item_id = i.id
  where this.id = wanted and s.content is distinct from r.sealed
$$;
revoke execute on function seals_saying_else from public;
grant execute on function seals_saying_else to doubleread_app;
