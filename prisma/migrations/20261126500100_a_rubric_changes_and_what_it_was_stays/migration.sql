-- What is asked and answered of an item never changes. Its rubric may, to a later version; the earlier one stays, and so do the labels
-- of a verdict that the later one leaves as they are.
create table rubric_version (
  item_id uuid not null references item (id) on delete cascade,
  version int not null,
  study_id uuid not null references study (id) on delete cascade,
  rubric jsonb not null,
  replaced_at timestamptz not null default now(),
  primary key (item_id, version)
);
create index on rubric_version (study_id);
grant select, insert on rubric_version to doubleread_app;
alter table rubric_version enable row level security;
create policy system on rubric_version using ((select is_system())) with check ((select is_system()));
create policy sight on rubric_version for select using (study_id = any ((select viewer_studies('admin'))::uuid[]));
create trigger rubric_version_is_immutable before update or delete on rubric_version for each row execute function refuse_change();

drop trigger item_text_is_immutable on item;
create trigger item_text_is_immutable before update of text, text_hash, length, external_id, study_id on item for each row execute function refuse_change();
create function only_the_rubric_grows() returns trigger language plpgsql as $$ begin
  if not is_system() or (old.content - 'rubric' - 'standing') is distinct from (new.content - 'rubric' - 'standing')
     or coalesce((new.content #>> '{rubric,version}')::int, 0) <= coalesce((old.content #>> '{rubric,version}')::int, 0) then
    raise exception 'item is immutable' using errcode = 'restrict_violation', constraint = 'item_is_immutable';
  end if;
  insert into rubric_version (item_id, version, study_id, rubric) values (old.id, (old.content #>> '{rubric,version}')::int, old.study_id, old.content -> 'rubric');
  return new;
end $$;
create trigger only_the_rubric_grows before update of content on item for each row execute function only_the_rubric_grows();
