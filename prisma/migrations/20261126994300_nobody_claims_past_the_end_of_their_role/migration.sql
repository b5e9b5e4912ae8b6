-- A claim and the end of a role at the same moment did not see each other, and left somebody without the role with a seat. The end of
-- a role now stands in one line with the person's claims: it finds what they took before, and they take nothing after.
create or replace function work_ends_with_role() returns trigger language plpgsql security definer set search_path = public as $$ begin
  if old.role = 'reader' then
    perform pg_advisory_xact_lock(hashtextextended(old.person_id::text, 1));
    with freed as (update seat set person_id = null, hand_role = null, claimed_at = null, lease_until = null, active_ms = 0
      where study_id = old.study_id and person_id = old.person_id and submitted_at is null returning item_id)
    update hand set ended_at = now() where person_id = old.person_id and role = 'reader' and item_id in (select item_id from freed);
  elsif old.role = 'adjudicator' then
    perform pg_advisory_xact_lock(hashtextextended(old.person_id::text, 2));
    with freed as (update adjudication set person_id = null, hand_role = null, lease_until = null
      where study_id = old.study_id and person_id = old.person_id and settled_at is null returning item_id)
    update hand set ended_at = now() where person_id = old.person_id and role = 'adjudicator' and item_id in (select item_id from freed);
  end if;
  return null;
end $$;
