-- Whoever was given an item's labels is never given the item to judge; nor is who has it to judge given its labels. An item that
-- was released and is read again may be with somebody who is also a researcher, or its release is everybody's.

/** The splits of a release of which a person has items before them: a seat not handed in, a dispute not settled. */
create function splits_being_judged(person uuid, wanted uuid) returns setof text language sql stable security definer set search_path = public as $$
  select distinct r.split from release_item r join item i on i.id = r.item_id
  where r.release_id = wanted and r.record is not null and r.item_id in (
    select s.item_id from seat s join item j on j.id = s.item_id and j.round = s.round and j.stage = 'reading'
      where s.person_id = splits_being_judged.person and s.submitted_at is null
    union all
    select a.item_id from adjudication a where a.person_id = splits_being_judged.person and a.settled_at is null)
    and i.stage in ('reading', 'adjudicating')
$$;
revoke execute on function splits_being_judged from public;
grant execute on function splits_being_judged to doubleread_app;

create function no_labels_while_judging() returns trigger language plpgsql security definer set search_path = public as $$ begin
  -- In one line with the same person's claims, which ask for downloads: the second of two at once sees the first.
  perform pg_advisory_xact_lock(hashtextextended(new.person_id::text, 1));
  perform pg_advisory_xact_lock(hashtextextended(new.person_id::text, 2));
  if new.split in (select splits_being_judged(new.person_id, new.release_id)) then
    raise exception 'download_not_while_judging' using errcode = 'restrict_violation', constraint = 'download_not_while_judging';
  end if;
  return new;
end $$;
create trigger no_labels_while_judging before insert on download for each row when (new.split is not null) execute function no_labels_while_judging();

/** What was handed in is not taken back by who has been given the labels since. */
create function no_second_thoughts() returns trigger language plpgsql security definer set search_path = public as $$ begin
  perform pg_advisory_xact_lock(hashtextextended(old.person_id::text, 1));
  if knows_verdict(old.person_id, old.item_id) then
    raise exception 'seat_not_taken_back' using errcode = 'restrict_violation', constraint = 'seat_not_taken_back';
  end if;
  return new;
end $$;
create trigger no_second_thoughts before update of submitted_at on seat for each row
  when (old.submitted_at is not null and new.submitted_at is null) execute function no_second_thoughts();

/** As it was, but that nobody is asked again of an item whose labels they have been given. */
create or replace function due_repeats() returns table (id uuid, study_id uuid, read_at timestamptz) language sql stable security definer set search_path = public as $$
  select r.id, r.study_id, s.submitted_at from seat s join repeat_reading r on r.seat_id = s.id and r.handed_in_at is null
    join batch b on b.id = s.batch_id and b.state = 'open' join item i on i.id = s.item_id and i.stage <> 'withdrawn'
    join study t on t.id = s.study_id and t.archived_at is null
  where s.person_id = viewer_id() and s.submitted_at is not null and s.study_id = any (viewer_studies('reader'))
    and not verdict_shown_to_viewer(s.item_id) and not knows_verdict(viewer_id(), s.item_id)
    and (s.submitted_at < now() - interval '1 day'
      or exists (select from seat later where later.person_id = s.person_id and later.study_id = s.study_id and later.submitted_at > s.submitted_at))
  order by s.submitted_at, r.id
$$;
