-- A wrong seal, or wrong words about an item that is closed, could not be put right at all. A file that comes in again corrects both where
-- an admin says why: what an item said before is in its trail, what it sealed before in a table that nothing leaves. Frozen releases hold
-- their records as they are.

/** What an item sealed before; null: nothing. Replaced in the transaction of the import that brought the new, at its `finished_at`. */
create table seal_version (
  item_id uuid not null references item (id) on delete cascade,
  version int not null,
  content jsonb,
  reason text not null check (btrim(reason) <> ''),
  replaced_at timestamptz(6) not null default now(),
  primary key (item_id, version)
);
alter table seal_version enable row level security;
create policy system on seal_version using ((select is_system())) with check ((select is_system()));
create policy sight on seal_version for select using (bared_to_viewer(item_id));
grant select, insert on seal_version to doubleread_app;
create trigger seal_version_is_immutable before update or delete on seal_version for each row execute function refuse_change();

create function seal_is_kept_before() returns trigger language plpgsql as $$ begin
  if not is_system() or new.item_id <> old.item_id
     or not exists (select from seal_version v where v.item_id = old.item_id and v.content = old.content and v.replaced_at = now()) then
    raise exception 'seal is immutable' using errcode = 'restrict_violation', constraint = 'seal_is_immutable';
  end if;
  return new;
end $$;
revoke execute on function seal_is_kept_before from public;
drop trigger seal_is_immutable on seal;
create trigger seal_is_immutable before delete on seal for each row execute function refuse_change();
create trigger seal_is_kept_before before update on seal for each row execute function seal_is_kept_before();

/** Whether the sealed fields are the same is told of what the viewer brought in or may look at: to others it would open a seal, a guess at a time. */
create or replace function seals_saying_else(wanted uuid) returns table (line int, part int) language sql stable security definer set search_path = public as $$
  with mine as materialized (select p.finished_at from import this, importers(this.study_id) p where this.id = wanted and p.person_id = viewer_id())
  select r.line, r.part from import this join import_row r on r.import_id = this.id and r.fate = 'known' and r.sealed is not null
    join item i on i.study_id = this.study_id and i.external_id = r.external_id and (i.created_at in (select finished_at from mine) or bared_to_viewer(i.id))
    left join seal s on s.item_id = i.id
  where this.id = wanted and this.study_id = any (viewer_studies('admin')) and s.content is distinct from r.sealed
$$;
