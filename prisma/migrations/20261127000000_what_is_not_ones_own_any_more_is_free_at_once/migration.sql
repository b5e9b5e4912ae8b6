-- What somebody may not judge any more is free at once, whatever took it from them: a role, their account, a conflict of interest, the pool
-- of its batch. Their drafts stay, and their hand says why it ended, for them alone to be told; of nobody who came after it.

/** Null: it has not ended, or did before this was kept. 'lease': somebody claimed what had lapsed. */
alter table hand add column ended_by text check (ended_by in ('lease', 'admins', 'role', 'account', 'conflict', 'pool'));
/** Whoever ends a hand and says nothing has claimed what lapsed; claiming the item again begins anew. */
create function hand_says_why_it_ended() returns trigger language plpgsql as $$ begin
  if new.ended_at is null then new.ended_by := null;
  elsif old.ended_at is null then new.ended_by := coalesce(new.ended_by, 'lease');
  end if;
  return new;
end $$;
create trigger hand_says_why_it_ended before update of ended_at on hand for each row execute function hand_says_why_it_ended();

/**
 * Frees of these seats and disputes what the person still holds; the transaction remembers how many (`app.work_ended`). Whoever calls
 * it stands in one line with the person's claims (`before_claims`) and has looked since: what was claimed before is found, and nothing is
 * claimed after. Locks: seats, then disputes, each in the order of their ids.
 */
create function free_work(who uuid, seats uuid[], disputes uuid[], why text) returns void language plpgsql set search_path = public as $$
declare readings int; settlings int; begin
  perform id from seat where id = any (seats) order by id for update;
  perform id from adjudication where id = any (disputes) order by id for update;
  with freed as (update seat set person_id = null, hand_role = null, claimed_at = null, lease_until = null, active_ms = 0
    where id = any (seats) and person_id = who and submitted_at is null returning item_id),
  ended as (update hand h set ended_at = now(), ended_by = why from freed f where h.item_id = f.item_id and h.person_id = who)
  select count(*) into readings from freed;
  with freed as (update adjudication set person_id = null, hand_role = null, lease_until = null
    where id = any (disputes) and person_id = who and settled_at is null returning item_id),
  ended as (update hand h set ended_at = now(), ended_by = why from freed f where h.item_id = f.item_id and h.person_id = who)
  select count(*) into settlings from freed;
  perform set_config('app.work_ended', (coalesce(nullif(current_setting('app.work_ended', true), '')::int, 0) + readings + settlings)::text, true);
end $$;
create function before_claims(who uuid) returns void language sql as
  $$ select pg_advisory_xact_lock(hashtextextended(who::text, 1)), pg_advisory_xact_lock(hashtextextended(who::text, 2)) $$;
revoke execute on function free_work, before_claims from public;

create or replace function work_ends_with_role() returns trigger language plpgsql security definer set search_path = public as $$ begin
  perform before_claims(old.person_id);
  perform free_work(old.person_id,
    array(select id from seat where old.role = 'reader' and study_id = old.study_id and person_id = old.person_id and submitted_at is null),
    array(select id from adjudication where old.role = 'adjudicator' and study_id = old.study_id and person_id = old.person_id and settled_at is null), 'role');
  return null;
end $$;

create function work_ends_with_account() returns trigger language plpgsql security definer set search_path = public as $$ begin
  perform before_claims(new.id);
  perform free_work(new.id, array(select id from seat where person_id = new.id and submitted_at is null),
    array(select id from adjudication where person_id = new.id and settled_at is null), 'account');
  return null;
end $$;
create trigger work_ends_with_account after update of deactivated_at on person for each row
  when (old.deactivated_at is null and new.deactivated_at is not null) execute function work_ends_with_account();

create function work_ends_with_conflict() returns trigger language plpgsql security definer set search_path = public as $$ begin
  perform before_claims(new.person_id);
  perform free_work(new.person_id,
    array(select s.id from seat s join item i on i.id = s.item_id where s.person_id = new.person_id and s.submitted_at is null
      and ((new.kind = 'source' and new.value = i.source) or (new.kind = 'person' and new.value = i.tags ->> 'author'))),
    array(select a.id from adjudication a join item i on i.id = a.item_id where a.person_id = new.person_id and a.settled_at is null
      and ((new.kind = 'source' and new.value = i.source) or (new.kind = 'person' and new.value = i.tags ->> 'author'))), 'conflict');
  return null;
end $$;
create trigger work_ends_with_conflict after insert or update on conflict_of_interest for each row execute function work_ends_with_conflict();

/**
 * What a person holds of batches that give out, in a lane that is not theirs any more, and disputes in a language they do not read. A
 * paused batch gives out nothing and takes nothing: it is asked when it goes on.
 */
create function leave_pools(who uuid) returns void language plpgsql set search_path = public as $$ begin
  perform before_claims(who);
  perform free_work(who,
    array(select s.id from seat s join batch b on b.id = s.batch_id and b.state = 'open' join study t on t.id = s.study_id and t.archived_at is null
      where s.person_id = who and s.submitted_at is null and (s.batch_id, s.lane) not in (select l.batch_id, l.lane from open_lanes(who, null) l)),
    array(select a.id from adjudication a join item i on i.id = a.item_id join profile f on f.person_id = who
      where a.person_id = who and a.settled_at is null and i.language <> all (f.languages) and cardinality(f.languages) > 0), 'pool');
end $$;
revoke execute on function leave_pools from public;

create function work_ends_with_profile() returns trigger language plpgsql security definer set search_path = public as $$ begin
  perform leave_pools(new.person_id);
  return null;
end $$;
create trigger work_begins_with_profile after insert on profile for each row execute function work_ends_with_profile();
create trigger work_ends_with_profile after update of specialties, languages on profile for each row
  when ((old.specialties, old.languages) is distinct from (new.specialties, new.languages)) execute function work_ends_with_profile();

create function work_ends_with_pool() returns trigger language plpgsql security definer set search_path = public as $$
declare changed uuid := coalesce(to_jsonb(new) ->> 'batch_id', to_jsonb(new) ->> 'id'); begin
  perform leave_pools(held.person_id) from
    (select distinct person_id from seat where batch_id = changed and person_id is not null and submitted_at is null order by person_id offset 0) held;
  return null;
end $$;
create trigger work_ends_with_pool after update on batch_pool for each row
  when ((old.people, old.specialties, old.languages) is distinct from (new.people, new.specialties, new.languages)) execute function work_ends_with_pool();
create trigger work_ends_with_pool after update of state on batch for each row
  when (old.state = 'paused' and new.state = 'open') execute function work_ends_with_pool();

-- Nobody waits for a lease of those who were shut out before.
do $$ declare gone uuid; begin
  for gone in select id from person where deactivated_at is not null order by id loop
    perform free_work(gone, array(select id from seat where person_id = gone and submitted_at is null),
      array(select id from adjudication where person_id = gone and settled_at is null), 'account');
  end loop;
end $$;
