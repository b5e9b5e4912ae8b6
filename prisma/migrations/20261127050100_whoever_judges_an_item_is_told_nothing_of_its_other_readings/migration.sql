-- A study's admin may be one of its readers or adjudicators. Of an item that is theirs to judge they are no admin: what others asked about
-- it, why it was passed on, what was decided of it before and how many have read it stay closed to them until it is closed.

/** Items that the viewer has a part in and that are not closed for good: a reader's until nobody can take a reading back, an adjudicator's while at the bench. */
create function viewer_judges() returns setof uuid language sql stable security definer set search_path = public as $$
  select h.item_id from hand h join item i on i.id = h.item_id
  where h.person_id = viewer_id() and h.ended_at is null
    and ((h.role = 'reader' and (i.stage in ('reading', 'adjudicating')
        -- What closed minutes ago needs no look at its seats.
        or (i.stage = 'closed' and i.staged_at > now() - interval '10 minutes' and within_grace(i.id))))
      or (h.role = 'adjudicator' and i.stage = 'adjudicating'))
$$;
revoke execute on function viewer_judges from public;
grant execute on function viewer_judges to doubleread_app;

alter policy sight on decline using
  (exists (select from item i where i.id = item_id and i.study_id = any ((select viewer_studies('admin'))::uuid[]))
   and item_id not in (select viewer_judges()));
alter policy sight on thread using
  ((study_id = any ((select viewer_studies('admin'))::uuid[]) and item_id not in (select viewer_judges())) or asked_by_viewer(id));
alter policy admins on thread using
  (study_id = any ((select viewer_studies('admin'))::uuid[]) and item_id not in (select viewer_judges()));
alter policy speak on message with check
  ((from_admin and thread_id in (select id from thread where study_id = any ((select viewer_studies('admin'))::uuid[]) and item_id not in (select viewer_judges())))
   or (not from_admin and asked_by_viewer(thread_id)));
alter policy sight on verdict using
  ((study_id = any ((select viewer_studies('admin'))::uuid[]) and item_id not in (select viewer_judges()))
   or viewer_part(item_id) = 'adjudicator'
   or (verdict_shown_to_viewer(item_id) and verdict_in_force(id)));
-- The trail of an item is a count of its readings, with their times.
alter policy sight on audit_event using
  (((select viewer_is_owner()) or study_id = any ((select viewer_studies('admin'))::uuid[]))
   and (item_id is null or item_id not in (select viewer_judges())));

create or replace function seat_counts(items uuid[]) returns table (item_id uuid, seats int, held int, submitted int)
language sql stable security definer set search_path = public as $$
  select s.item_id, count(*)::int, (count(*) filter (where s.submitted_at is null and s.lease_until > now()))::int, count(s.submitted_at)::int
  from seat s join item i on i.id = s.item_id and i.round = s.round
  where s.item_id = any (items) and s.study_id = any (viewer_studies('admin')) and s.item_id not in (select viewer_judges()) group by s.item_id
$$;
