-- Some items come back to a reader who has handed them in, with their responses the other way round, and nobody says so. What they
-- say then is kept beside the judgment: it is no seat, counts in no k and reaches no verdict.
create table repeated_item (
  item_id uuid primary key references item (id) on delete cascade,
  study_id uuid not null references study (id) on delete cascade
);
/** One asking, of the holder of one seat. Whose it is only the seat says. */
create table repeat_reading (
  id uuid primary key default gen_random_uuid(),
  seat_id uuid not null unique references seat (id) on delete cascade,
  item_id uuid not null references item (id) on delete cascade,
  study_id uuid not null references study (id) on delete cascade,
  protocol_id uuid references protocol (id),
  client_id uuid unique,
  answer jsonb,
  active_ms int not null default 0,
  handed_in_at timestamptz,
  check ((answer is null) = (handed_in_at is null) and (answer is null or (protocol_id is not null and client_id is not null)))
);
create index on repeat_reading (study_id);
create trigger evidence_quotes before insert or update of answer on repeat_reading for each row when (new.answer is not null) execute function spans_quote_their_text();

grant select, insert, update, delete on repeated_item, repeat_reading to doubleread_app;
alter table repeated_item enable row level security;
alter table repeat_reading enable row level security;
create policy system on repeated_item using ((select is_system())) with check ((select is_system()));
create policy system on repeat_reading using ((select is_system())) with check ((select is_system()));
create policy sight on repeat_reading for select using (exists (select from seat s where s.id = seat_id and s.person_id = (select viewer_id()))
  or (study_id = any ((select viewer_studies('admin'))::uuid[]) and bared_to_viewer(item_id)));

/** Handing in a seat of such an item asks for it again; taking back what was handed in unasks it. */
create function ask_again() returns trigger language plpgsql security definer set search_path = public as $$ begin
  if new.submitted_at is null then
    delete from repeat_reading where seat_id = new.id and handed_in_at is null;
  elsif exists (select from repeated_item where item_id = new.item_id) then
    insert into repeat_reading (seat_id, item_id, study_id) values (new.id, new.item_id, new.study_id) on conflict (seat_id) do nothing;
  end if;
  return null;
end $$;
create trigger ask_again after update of submitted_at on seat for each row
  when ((old.submitted_at is null) <> (new.submitted_at is null)) execute function ask_again();

/**
 * What the viewer is to be asked again, oldest reading first: never straight after the reading itself unless a day has passed, and
 * not where the verdict was shown to them.
 */
create function due_repeats() returns table (id uuid, study_id uuid, read_at timestamptz) language sql stable security definer set search_path = public as $$
  select r.id, r.study_id, s.submitted_at from seat s join repeat_reading r on r.seat_id = s.id and r.handed_in_at is null
    join batch b on b.id = s.batch_id and b.state = 'open' join item i on i.id = s.item_id and i.stage <> 'withdrawn'
    join study t on t.id = s.study_id and t.archived_at is null
  where s.person_id = viewer_id() and s.submitted_at is not null and s.study_id = any (viewer_studies('reader'))
    and not verdict_shown_to_viewer(s.item_id)
    and (s.submitted_at < now() - interval '1 day'
      or exists (select from seat later where later.person_id = s.person_id and later.study_id = s.study_id and later.submitted_at > s.submitted_at))
  order by s.submitted_at, r.id
$$;
grant execute on function due_repeats to doubleread_app;
