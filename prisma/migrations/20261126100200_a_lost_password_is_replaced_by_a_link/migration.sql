-- Links that set a new password. Here is only their hash; only the unblinded door sees them at all.
create table password_reset (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null,
  person_id uuid not null references person (id) on delete cascade on update cascade,
  -- Null: the installation itself, from its command line.
  made_by uuid,
  created_at timestamptz(6) not null default now(),
  expires_at timestamptz(6) not null,
  ended_at timestamptz(6)
);
create unique index password_reset_token_hash_key on password_reset (token_hash);
create index password_reset_person_id_idx on password_reset (person_id);
grant select, insert, update, delete on password_reset to doubleread_app;
alter table password_reset enable row level security;
create policy system on password_reset using ((select is_system())) with check ((select is_system()));

/**
 * Who may set another's password, and so be them: an owner anyone; an admin only somebody who is no owner and has no role
 * outside the studies that the admin runs. `maker` null: the installation itself. Asked when a link is made and again when it is used.
 */
create function may_reset(maker uuid, target uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (
    select from person t left join person m on m.id = maker
    where t.id = target and t.deactivated_at is null and t.id is distinct from maker
      and (maker is null
        or (m.deactivated_at is null and m.owner)
        or (m.deactivated_at is null and not t.owner
          and exists (select from membership where person_id = t.id)
          and not exists (select from membership x where x.person_id = t.id and not exists (
            select from membership a where a.person_id = m.id and a.role = 'admin' and a.study_id = x.study_id)))))
$$;
revoke execute on function may_reset(uuid, uuid) from public;
grant execute on function may_reset(uuid, uuid) to doubleread_app;
