-- Whoever is no longer a reader of a study holds none of its seats, an adjudicator none of its disputes: what they had in hand is
-- free at once, whatever page they still have open. Their drafts stay; what they handed in stays too.
create function work_ends_with_role() returns trigger language plpgsql security definer set search_path = public as $$ begin
  if old.role = 'reader' then
    with freed as (update seat set person_id = null, hand_role = null, claimed_at = null, lease_until = null, active_ms = 0
      where study_id = old.study_id and person_id = old.person_id and submitted_at is null returning item_id)
    update hand set ended_at = now() where person_id = old.person_id and role = 'reader' and item_id in (select item_id from freed);
  elsif old.role = 'adjudicator' then
    with freed as (update adjudication set person_id = null, hand_role = null, lease_until = null
      where study_id = old.study_id and person_id = old.person_id and settled_at is null returning item_id)
    update hand set ended_at = now() where person_id = old.person_id and role = 'adjudicator' and item_id in (select item_id from freed);
  end if;
  return null;
end $$;
create trigger work_ends_with_role after delete on membership for each row execute function work_ends_with_role();
