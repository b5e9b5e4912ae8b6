-- What the human baseline of a release is computed from: `[pseudonym, answer]` of every reading that its verdict stands on, fixed with the
-- release, so that an item that is opened again changes no baseline. Apart from its records, since nobody but the scoring reads it, whether
-- the release shows its readers or not.
create table release_reading (
  release_id uuid not null references release (id) on update cascade on delete restrict,
  external_id text not null,
  readings jsonb not null,
  primary key (release_id, external_id)
);
alter table release_reading enable row level security;
create policy system on release_reading using ((select is_system())) with check ((select is_system()));
grant select, insert, delete on release_reading to doubleread_app;
create trigger release_reading_is_immutable before insert or update or delete on release_reading for each row execute function refuse_frozen();
create trigger release_reading_is_never_emptied before truncate on release_reading for each statement execute function refuse_emptying('release');
