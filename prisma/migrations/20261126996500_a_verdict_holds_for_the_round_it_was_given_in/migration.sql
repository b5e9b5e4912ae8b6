-- The last verdict of an item need not hold: its readers may have been asked anew and left it undecided, or one of them took back what
-- it was made of. So a verdict says of which round it is, and whoever may see all verdicts of a study may see which were undone.
alter table verdict add column round int not null default 1;
alter table verdict disable trigger verdict_is_immutable;
-- A round is read in a batch of its own, which was open before anything was decided in it.
update verdict v set round = r.round from (
  select v.id, max(s.round) as round from verdict v join seat s on s.item_id = v.item_id join batch b on b.id = s.batch_id and b.opened_at <= v.decided_at
  where exists (select from item i where i.id = v.item_id and i.round > 1) group by v.id) r
where r.id = v.id and r.round > 1;
alter table verdict enable trigger verdict_is_immutable;

create policy sight on verdict_undone for select using
  (exists (select from verdict v where v.id = verdict_id and v.study_id = any ((select viewer_studies('admin'))::uuid[])));

/** Whether a verdict is what its item is closed with; lib/db/in-force.ts says the same of many. */
create function verdict_in_force(wanted uuid) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from verdict v join item i on i.id = v.item_id and i.round = v.round and i.stage = 'closed' where v.id = wanted
    and not exists (select from verdict later where later.item_id = v.item_id and later.version > v.version)) and verdict_stood(wanted)
$$;
revoke execute on function verdict_in_force from public;
grant execute on function verdict_in_force to doubleread_app;

-- Readers are shown what holds, and nothing that held before.
alter policy sight on verdict using
  (study_id = any ((select viewer_studies('admin'))::uuid[])
   or viewer_part(item_id) = 'adjudicator'
   or (verdict_shown_to_viewer(item_id) and verdict_in_force(id)));

-- What the readings of closed items are known by: an item that closes moves then, with a verdict or without one, and its readings are
-- seen when none can be taken back any more. Numbers and times that an admin sees anyway, without a look at every row through the wall.
create or replace function agreement_stamp(study uuid) returns text language sql stable security definer set search_path = public as $$
  select concat_ws('/',
    (select concat_ws('/', count(*), extract(epoch from max(i.staged_at))) from item i where i.study_id = study and i.stage = 'closed'),
    (select concat_ws('/', count(*), extract(epoch from max(s.submitted_at))) from seat s join item i on i.id = s.item_id and i.round = s.round and i.stage = 'closed'
      where s.study_id = study and s.submitted_at > now() - grace()),
    (select md5(s.settings::text) from study s where s.id = study))
  where study = any (viewer_studies('admin'))
$$;
