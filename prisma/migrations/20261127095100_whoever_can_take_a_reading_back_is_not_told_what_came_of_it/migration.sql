-- The last submission settles its item at once. Where it has come to would tell a reader who also administers the study whether the others
-- said the same, while they can still take back what they said.

/**
 * Items that this person has read and that are at the bench or closed, but not for good yet: as far as they are told, they are still being
 * read. Of others than the viewer only the unblinded door asks.
 */
create function awaited_by(person uuid) returns uuid[] language sql stable security definer set search_path = public as $$
  select coalesce(array_agg(i.id), '{}') from hand h join item i on i.id = h.item_id
  where h.person_id = person and h.role = 'reader' and h.ended_at is null and (person = viewer_id() or is_system())
    -- What moved minutes ago needs no look at its seats.
    and i.stage in ('adjudicating', 'closed') and i.staged_at > now() - interval '10 minutes' and within_grace(i.id)
$$;

/** Readings leave a study when nobody can take one of their item back: a download of those that can be would tell as much. */
create or replace function closed_readings(wanted uuid) returns int language sql stable security definer set search_path = public as $$
  select count(*)::int from seat s join item i on i.id = s.item_id and i.round = s.round and i.stage = 'closed'
  where s.study_id = wanted and s.submitted_at is not null and (is_system() or wanted = any (viewer_studies('admin')))
    and (i.staged_at < now() - interval '10 minutes' or not within_grace(i.id))
$$;

/** Of what is closed for good, or a count begun at once would tell that the last reading closed its item. */
create or replace function agreement_stamp(study uuid) returns text language sql stable security definer set search_path = public as $$
  select concat_ws('/',
    (select concat_ws('/', count(*), extract(epoch from max(i.staged_at))) from item i where i.study_id = study and i.stage = 'closed'
      and (i.staged_at < now() - interval '10 minutes' or not within_grace(i.id))),
    (select md5(s.settings::text) from study s where s.id = study))
  where study = any (viewer_studies('admin'))
$$;
revoke execute on function awaited_by from public;
grant execute on function awaited_by to doubleread_app;
