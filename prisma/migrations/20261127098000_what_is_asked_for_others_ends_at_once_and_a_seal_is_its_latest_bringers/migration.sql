-- A line each of functions that say much else, which stays as it stands.
--   claim_seat: who asks for somebody else is told so before anything is looked for, or the answer would tell what waits for them.
--   seals_saying_else: a seal that was corrected is its corrector's, and no longer that of whoever brought the first.
--   before_corrections: what is in the pool is nobody's, and openings stand behind the import already: no claim has to wait for it.
--   agreement_stamp: agreement is told by specialty, which a correction changes of items that are no more and no fewer.
do $$
declare edit record; said text; begin
  for edit in values
    ('claim_seat', '  perform pg_advisory_xact_lock_shared(', '  perform refuse_for_others(reader);
  perform pg_advisory_xact_lock_shared('),
    ('seals_saying_else', 'i.created_at in (select finished_at from mine)',
      'coalesce((select max(v.replaced_at) from seal_version v where v.item_id = i.id), i.created_at) in (select finished_at from mine)'),
    ('before_corrections', 'i.stage in (''pool'', ''reading'', ''adjudicating'')', 'i.stage in (''reading'', ''adjudicating'')'),
    ('agreement_stamp', '    (select md5(s.settings::text) from study s where s.id = study))',
'    -- Of two corrections the one that ends last may have begun first, so they are counted.
    (select nullif(count(*), 0) from import m where m.study_id = study and m.state = ''done'' and (m.options ->> ''corrected'')::int > 0),
    (select md5(s.settings::text) from study s where s.id = study))')
  loop
    select pg_get_functiondef(oid) into strict said from pg_proc where proname = edit.column1 and pronamespace = 'public'::regnamespace;
    if strpos(said, edit.column2) = 0 then raise exception '% says something else', edit.column1; end if;
    execute replace(said, edit.column2, edit.column3);
  end loop;
end $$;
