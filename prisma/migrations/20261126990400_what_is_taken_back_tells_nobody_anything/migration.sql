-- A reader may take a reading back for a moment. Until that moment is over for all of an item's readers, none of them is shown the
-- verdict, or they could change what they said with it in sight; and a consensus that was undone so is no earlier verdict to the
-- bench, where it would say which reading came last.
create table verdict_undone (
  verdict_id uuid primary key references verdict (id) on delete cascade,
  at timestamptz not null default now()
);
grant select, insert on verdict_undone to doubleread_app;
alter table verdict_undone enable row level security;
create policy system on verdict_undone using ((select is_system())) with check ((select is_system()));

/** How long a submission can be taken back; lib/workflow/leases.ts says the same. */
create function grace() returns interval language sql immutable as $$ select interval '30 seconds' $$;

create or replace function verdict_shown_to_viewer(item uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from item i join study s on s.id = i.study_id join hand h on h.item_id = i.id
       where i.id = item and i.stage = 'closed' and s.shows_verdicts
         and h.person_id = viewer_id() and h.role = 'reader' and h.ended_at is null
         and not exists (select from seat e where e.item_id = i.id and e.round = i.round and e.submitted_at > now() - grace())) $$;

/** Whether a verdict was ever in force beyond its readers' grace. */
create function verdict_stood(wanted uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select not exists (select from verdict_undone u where u.verdict_id = wanted) $$;
revoke execute on function verdict_stood from public;
grant execute on function verdict_stood to doubleread_app;
