-- What the application's role may do by itself, with nobody's word but the viewer that it has set: no more than the services do in that
-- viewer's name. What they do through the unblinded door alone is no viewer's to do.

-- ── Functions ──────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Others may connect to the same server. What was made without a word of who may call it is the application's from here on.
do $$ declare f regprocedure; begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
    and has_function_privilege('public', p.oid, 'execute') and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  loop
    execute format('grant execute on function %s to doubleread_app', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
-- Asked of anybody, these tell who passed an item on, who settles it and whose interests are in conflict with it.
revoke execute on function may_read, may_settle, has_conflict, knows_verdict, unburdened, open_lanes from doubleread_app;

create or replace function may_invite(maker uuid, wanted_study uuid, as_owner boolean) returns boolean language sql stable security definer set search_path = public as $$
  select (is_system() or viewer_is_owner() or wanted_study = any (viewer_studies('admin'))) and (maker is null or exists (
    select from person p where p.id = maker and p.deactivated_at is null
      and (p.owner or (not as_owner and exists (select from membership m where m.person_id = p.id and m.study_id = wanted_study and m.role = 'admin')))))
$$;
create or replace function may_reset(maker uuid, target uuid) returns boolean language sql stable security definer set search_path = public as $$
  select is_system() and exists (
    select from person t left join person m on m.id = maker
    where t.id = target and t.deactivated_at is null and t.id is distinct from maker
      and (maker is null
        or (m.deactivated_at is null and m.owner)
        or (m.deactivated_at is null and not t.owner
          and exists (select from membership where person_id = t.id)
          and not exists (select from membership x where x.person_id = t.id and not exists (
            select from membership a where a.person_id = m.id and a.role = 'admin' and a.study_id = x.study_id)))))
$$;
create or replace function splits_being_judged(person uuid, wanted uuid) returns setof text language sql stable security definer set search_path = public as $$
  select distinct r.split from release_item r join item i on i.id = r.item_id
  where r.release_id = wanted and r.record is not null and (is_system() or splits_being_judged.person = viewer_id()) and r.item_id in (
    select s.item_id from seat s join item j on j.id = s.item_id and j.round = s.round and j.stage = 'reading'
      where s.person_id = splits_being_judged.person and s.submitted_at is null
    union all
    select a.item_id from adjudication a where a.person_id = splits_being_judged.person and a.settled_at is null)
    and i.stage in ('reading', 'adjudicating')
$$;

-- ── The trail ──────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Other rules ask the trail who has had which rights and who brought in what: of that nobody tells it anything but whoever gives rights. */
create or replace function record_event(actor uuid, kind text, study uuid, item uuid, detail jsonb) returns void
language plpgsql security definer set search_path = public set enable_seqscan = off as $$ declare event uuid := gen_random_uuid(); begin
  if not is_system() and actor is distinct from viewer_id() then
    raise exception 'nobody records an act of another person' using errcode = 'insufficient_privilege';
  end if;
  if kind in ('role-given', 'study-created', 'split-granted', 'verdicts-exported', 'import-begun', 'items-imported', 'invitation-accepted')
    and not (is_system() or viewer_is_owner() or study = any (viewer_studies('admin'))) then
    raise exception 'nobody records what is not theirs to do' using errcode = 'insufficient_privilege';
  end if;
  insert into audit_event (id, kind, study_id, item_id, detail) values (event, kind, study, item, detail);
  if actor is not null then insert into audit_actor (event_id, person_id) values (event, actor); end if;
end $$;
/** Whoever began an import is said once, as it is begun: what others say of it later makes nobody know what it seals. */
create or replace function importers(study uuid) returns table (person_id uuid, finished_at timestamptz) language sql stable set search_path = public as $$
  select a.person_id, m.finished_at from import m join lateral (
    select e.id from audit_event e where e.study_id = m.study_id and e.kind = 'items-imported' and e.detail ->> 'file' = m.file_name
      and e.at >= m.finished_at order by e.at limit 1) e on true join audit_actor a on a.event_id = e.id
  where m.study_id = study and m.state = 'done'
  union select a.person_id, m.finished_at from import m join lateral (
    select e.id from audit_event e where e.study_id = m.study_id and e.kind = 'import-begun' and e.detail ->> 'import' = m.id::text
      order by e.at limit 1) e on true join audit_actor a on a.event_id = e.id
  where m.study_id = study and m.state = 'done'
$$;
alter policy admins on import with check (study_id = any ((select viewer_studies('admin'))::uuid[]) and state <> 'done' and finished_at is null);

-- ── Rows ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Readings come to whoever settles by letter, through `readings_to_settle`, of the present round and as they stand. Their rows tell more:
-- what was taken back, and under which protocol, so who came first.
alter policy sight on judgment using
  (exists (select from seat s where s.id = seat_id and s.person_id = (select viewer_id()))
   or (study_id = any ((select viewer_studies('admin'))::uuid[]) and bared_to_viewer(item_id)));
drop function at_the_bench(uuid);
-- Why somebody looked behind an item that the viewer has to judge, as why it was passed on.
alter policy sight on unsealing using
  (exists (select from item i where i.id = item_id and i.study_id = any ((select viewer_studies('admin'))::uuid[])) and item_id not in (select viewer_judges()));
-- How many may be handed in is counted where they are taken.
drop policy own on submission;
drop policy own on prediction;
-- A release is signed through the unblinded door, which asks for the password.
alter policy admins on release with check (study_id = any ((select viewer_studies('admin'))::uuid[]) and state = 'draft' and signature is null);
alter policy admins_change on release with check (study_id = any ((select viewer_studies('admin'))::uuid[]) and state = 'draft' and signature is null);
-- Whose session it is, since when it is proved and until when it holds is decided as somebody signs in.
drop policy own on session;
create policy sight on session for select using (person_id = (select viewer_id()));
create policy own on session for update using (person_id = (select viewer_id())) with check (person_id = (select viewer_id()));
revoke update on session, invitation, job from doubleread_app;
grant update (last_seen_at, revoked_at) on session to doubleread_app;
grant update (accepted_at, revoked_at) on invitation to doubleread_app;
-- An invitation holds while whoever made it may invite: nobody makes one in another's name.
drop policy admins on invitation;
create policy sight on invitation for select using (study_id = any ((select viewer_studies('admin'))::uuid[]) or (select viewer_is_owner()));
create policy made on invitation for insert with check (invited_by = (select viewer_id()) and accepted_at is null
  and ((select viewer_is_owner()) or (study_id = any ((select viewer_studies('admin'))::uuid[]) and not owner)));
create policy revoked on invitation for update using (study_id = any ((select viewer_studies('admin'))::uuid[]) or (select viewer_is_owner()));
-- A job works in the name of whoever asked for it.
grant update (state, phase, done, total, attempts, failure, cancel_asked, claim, started_at, beat_at, finished_at) on job to doubleread_app;
-- Roles are given and taken: what follows from either would not follow from a change.
create trigger membership_is_given_and_taken before update on membership for each row execute function refuse_change();

-- ── Two at once ────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Whoever becomes an admin while an item is opened again either sees it closed no more, or is remembered as one who could. */
create or replace function remember_who_was_bared() returns trigger language plpgsql security definer set search_path = public as $$ declare bare_from timestamptz; begin
  perform pg_advisory_xact_lock(hashtextextended(old.study_id::text, 14));
  select greatest(old.staged_at, max(s.submitted_at) + grace()) into bare_from from seat s where s.item_id = old.id and s.round = old.round;
  if bare_from < now() then
    insert into bared_before (person_id, item_id)
      select person_id, old.id from membership where study_id = old.study_id and role = 'admin'
      union select person_id, old.id from past_admin where study_id = old.study_id and until > bare_from
      on conflict do nothing;
  end if;
  return null;
end $$;
create function admins_come_in_line() returns trigger language plpgsql security definer set search_path = public as $$ begin
  perform pg_advisory_xact_lock_shared(hashtextextended(new.study_id::text, 14));
  return new;
end $$;
create trigger admins_come_in_line before insert on membership for each row when (new.role = 'admin') execute function admins_come_in_line();
revoke execute on function admins_come_in_line from public;

/** Held as it is until the transaction ends: nothing is added to a release that is being frozen at the same moment. */
create or replace function refuse_frozen() returns trigger language plpgsql as $$ declare touched uuid[]; begin
  if tg_table_name = 'release' then
    if old.state = 'frozen' then
      raise exception 'release is immutable' using errcode = 'restrict_violation', constraint = 'release_is_immutable';
    end if;
  else
    if tg_table_name = 'release_chunk' then
      touched := array[case when tg_op <> 'INSERT' then old.file_id end, case when tg_op <> 'DELETE' then new.file_id end];
      touched := array(select release_id from release_file where id = any (touched));
    else
      touched := array[case when tg_op <> 'INSERT' then old.release_id end, case when tg_op <> 'DELETE' then new.release_id end];
    end if;
    perform from release r where r.id = any (touched) for share;
    if exists (select from release r where r.id = any (touched) and r.state = 'frozen') then
      raise exception 'release is immutable' using errcode = 'restrict_violation', constraint = 'release_is_immutable';
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
