-- Counting a hundred thousand readings takes longer than a page may. What was found is kept beside what it was found in, by and
-- for the same people who may look at the readings themselves.
create table study_agreement (
  study_id uuid primary key references study (id) on delete cascade,
  stamp text not null,
  found jsonb not null,
  computed_at timestamptz(6) not null default now()
);
grant select, insert, update on study_agreement to doubleread_app;
alter table study_agreement enable row level security;
create policy system on study_agreement using ((select is_system())) with check ((select is_system()));
create policy sight on study_agreement for select using (study_id = any ((select viewer_studies('admin'))::uuid[]));
create policy kept on study_agreement for insert with check (study_id = any ((select viewer_studies('admin'))::uuid[]));
create policy renewed on study_agreement for update using (study_id = any ((select viewer_studies('admin'))::uuid[]))
  with check (study_id = any ((select viewer_studies('admin'))::uuid[]));

-- What the readings of closed items are known by: an item that closes has a new verdict, one that is opened again or withdrawn is
-- missing. Numbers and a time that an admin sees anyway, without a look at every row through the wall.
create function agreement_stamp(study uuid) returns text language sql stable security definer set search_path = public as $$
  select concat_ws('/',
    (select count(*) from item i where i.study_id = study and i.stage = 'closed'),
    (select concat_ws('/', count(*), extract(epoch from max(v.decided_at))) from verdict v where v.study_id = study),
    (select md5(s.settings::text) from study s where s.id = study))
  where study = any (viewer_studies('admin'))
$$;
revoke execute on function agreement_stamp from public;
grant execute on function agreement_stamp to doubleread_app;
