-- What an item's licence is stands in the item from its import on. The study's was looked up anew by every release instead, so that whoever
-- changed a setting gave a licence to material that had come without one. From now on a licence changes by an owner's statement alone.
create table licence_statement (
  id uuid primary key default gen_random_uuid(),
  study_id uuid not null references study (id) on delete cascade,
  /** Null: it is not known any more. */
  licence text check (btrim(licence) <> ''),
  reason text not null check (btrim(reason) <> ''),
  stated_at timestamptz(6) not null default now()
);
create index on licence_statement (study_id);
alter table item add column licence_statement_id uuid references licence_statement (id);

-- Items that said nothing get what their newest frozen release says of them, so that none changes for the next; others what their study
-- said when they came in, which is what a later change of it says it was, or what it says where there was none.
with released as (
  select distinct on (r.item_id) r.item_id, nullif(btrim(r.record::jsonb ->> 'licence'), '') as licence
  from release_item r join release x on x.id = r.release_id and x.state = 'frozen'
  where r.record is not null order by r.item_id, x.frozen_at desc
)
update item i set licence = coalesce(r.licence, case when c.found then c.licence else nullif(btrim(s.licence), '') end)
from item o join study s on s.id = o.study_id
left join released r on r.item_id = o.id
left join lateral (
  select true as found, nullif(btrim(e.detail #>> '{licence,from}'), '') as licence from audit_event e
  where e.study_id = o.study_id and e.kind = 'study-changed' and e.detail ? 'licence' and e.at > o.created_at order by e.at limit 1
) c on true
where o.id = i.id and coalesce(btrim(o.licence), '') = '';

alter table licence_statement enable row level security;
create policy system on licence_statement for select using ((select is_system()));
create policy sight on licence_statement for select using (study_id = any ((select viewer_studies('admin'))::uuid[]));
/** The unblinded door is no key of its own here. */
create policy owners on licence_statement for insert with check ((select is_system()) and (select viewer_is_owner()));
grant select, insert on licence_statement to doubleread_app;
revoke update, delete on licence_statement from doubleread_app;
create trigger licence_statement_is_immutable before update on licence_statement for each row execute function refuse_change();

/** A licence changes together with the statement that says so, which is of its study and names that licence. */
create function licence_is_stated() returns trigger language plpgsql security definer set search_path = public as $$ begin
  if new.licence_statement_id is not distinct from old.licence_statement_id
     or not exists (select from licence_statement s where s.id = new.licence_statement_id and s.study_id = new.study_id and s.licence is not distinct from new.licence) then
    raise exception 'a licence is changed by an owner''s statement' using errcode = 'check_violation', constraint = 'licence_is_stated';
  end if;
  return new;
end $$;
create trigger licence_is_stated before update of licence, licence_statement_id on item for each row
  when (new.licence is distinct from old.licence or new.licence_statement_id is distinct from old.licence_statement_id) execute function licence_is_stated();
