-- Whoever comes back to what they hold holds it anew: half an hour's lease may be over, and nobody else have come by. And a dispute that
-- lapsed comes after those that nobody has opened, as seats do: being old, it would be the next for whoever asks. Both are a line of
-- functions that say much else, which stays as it stands.
do $$
declare edit record; said text; begin
  for edit in values
    ('take_seat', '  if taken is not null or held >= most_held then return taken; end if;',
-- Where another has taken it since it was looked at, they are given the next, and hold one fewer.
'  if taken is not null then
    if renew_seat(taken, lease) is not null then return taken; end if;
    held := held - 1;
  end if;
  if held >= most_held then return null; end if;'),
    ('claim_adjudication', 'order by b.priority desc nulls last, a.opened_at limit 1', 'order by b.priority desc nulls last, (a.person_id is not null), a.opened_at limit 1')
  loop
    select pg_get_functiondef(oid) into strict said from pg_proc where proname = edit.column1 and pronamespace = 'public'::regnamespace;
    if strpos(said, edit.column2) = 0 then raise exception '% says something else', edit.column1; end if;
    execute replace(said, edit.column2, edit.column3);
  end loop;
end $$;
