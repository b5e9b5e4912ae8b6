-- A correction and what it frees are one transaction: in between, whoever holds what turns out to be theirs could hand it in.

-- ── Locks before items ─────────────────────────────────────────────────────────────────────────────────────────────────
/**
 * To be asked before known rows of an import correct their items. Nobody declares a conflict of interest meanwhile; where somebody has one
 * with what a row says, nobody claims either, and what is held of those items is locked: like everybody, seats before disputes before
 * items. @returns whether there is anything to free afterwards.
 */
create function before_corrections(wanted uuid) returns boolean language plpgsql security definer set search_path = public as $$
declare items uuid[]; begin
  if not is_system() then raise exception 'the unblinded door alone' using errcode = 'insufficient_privilege'; end if;
  perform pg_advisory_xact_lock(hashtextextended('conflicts', 0));
  select coalesce(array_agg(i.id), '{}') into items from import this
    join import_row r on r.import_id = this.id and r.fate = 'known' and r.differs && array['source', 'tags']
    join item i on i.study_id = this.study_id and i.external_id = r.external_id and i.stage in ('pool', 'reading', 'adjudicating')
    where this.id = wanted and exists (select from conflict_of_interest c
      where (c.kind = 'source' and c.value = r.source) or (c.kind = 'person' and c.value = any (authors_of(r.tags))));
  if items = '{}' then return false; end if;
  perform pg_advisory_xact_lock(hashtextextended('claims', 0));
  perform id from seat where item_id = any (items) and person_id is not null and submitted_at is null order by id for update;
  perform id from adjudication where item_id = any (items) and person_id is not null and settled_at is null order by id for update;
  return true;
end $$;
revoke execute on function before_corrections from public;
grant execute on function before_corrections to doubleread_app;

/** After it, in the same transaction. No claim is under way, so nobody's own line is waited for: whoever takes back stands in it behind an item. */
create or replace function conflicts_of_corrected(items uuid[]) returns void language plpgsql security definer set search_path = public as $$ begin
  if not is_system() then raise exception 'the unblinded door alone' using errcode = 'insufficient_privilege'; end if;
  perform pg_advisory_xact_lock(hashtextextended('claims', 0));
  perform free_work(h.person_id,
    array(select s.id from seat s where s.item_id = any (items) and s.person_id = h.person_id and s.submitted_at is null and has_conflict(h.person_id, s.item_id)),
    array(select a.id from adjudication a where a.item_id = any (items) and a.person_id = h.person_id and a.settled_at is null and has_conflict(h.person_id, a.item_id)), 'conflict')
  from (
    select person_id from seat where item_id = any (items) and person_id is not null and submitted_at is null
    union select person_id from adjudication where item_id = any (items) and person_id is not null and settled_at is null
    order by 1) h;
end $$;

/** Behind corrections that are under way, and ahead of those to come. */
create or replace function work_ends_with_conflict() returns trigger language plpgsql security definer set search_path = public as $$ begin
  perform pg_advisory_xact_lock_shared(hashtextextended('conflicts', 0));
  perform leave_conflicts(new.person_id);
  return null;
end $$;

-- ── What can no longer be taken back is said once ──────────────────────────────────────────────────────────────────────
create or replace function awaited_by(person uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(i.id), '{}') from hand h join item i on i.id = h.item_id
  where h.person_id = person and h.role = 'reader' and h.ended_at is null and (person = viewer_id() or is_system())
    and i.stage in ('adjudicating', 'closed') and not past_grace(i.id, i.staged_at)
$$;
create or replace function closed_readings(wanted uuid) returns int language sql stable security definer set search_path = public as $$
  select count(*)::int from seat s join item i on i.id = s.item_id and i.round = s.round and i.stage = 'closed'
  where s.study_id = wanted and s.submitted_at is not null and (is_system() or wanted = any (viewer_studies('admin'))) and past_grace(i.id, i.staged_at)
$$;
create or replace function agreement_stamp(study uuid) returns text language sql stable security definer set search_path = public as $$
  select concat_ws('/',
    (select concat_ws('/', count(*), extract(epoch from max(i.staged_at))) from item i where i.study_id = study and i.stage = 'closed' and past_grace(i.id, i.staged_at)),
    (select md5(s.settings::text) from study s where s.id = study))
  where study = any (viewer_studies('admin'))
$$;
