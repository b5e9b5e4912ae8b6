/** A frozen release, and everything below it, stays as it is: nothing comes into it, nothing is changed, nothing is taken out to another. */
create or replace function refuse_frozen() returns trigger language plpgsql as $$ declare touched uuid[]; begin
  if tg_table_name = 'release' then
    if old.state = 'frozen' then
      raise exception 'release is immutable' using errcode = 'restrict_violation', constraint = 'release_is_immutable';
    end if;
  else
    if tg_table_name = 'release_chunk' then
      touched := array[case when tg_op <> 'INSERT' then old.file_id end, case when tg_op <> 'DELETE' then new.file_id end];
      touched := array(select release_id from release_file where id = any (touched));
    else
      touched := array[case when tg_op <> 'INSERT' then old.release_id end, case when tg_op <> 'DELETE' then new.release_id end];
    end if;
    if exists (select from release r where r.id = any (touched) and r.state = 'frozen') then
      raise exception 'release is immutable' using errcode = 'restrict_violation', constraint = 'release_is_immutable';
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;

create function refuse_emptying() returns trigger language plpgsql as $$ begin
  raise exception '% is immutable', tg_argv[0] using errcode = 'restrict_violation', constraint = tg_argv[0] || '_is_immutable';
end $$;
create trigger release_is_never_emptied before truncate on release for each statement execute function refuse_emptying('release');
create trigger release_item_is_never_emptied before truncate on release_item for each statement execute function refuse_emptying('release');
create trigger release_file_is_never_emptied before truncate on release_file for each statement execute function refuse_emptying('release');
create trigger release_chunk_is_never_emptied before truncate on release_chunk for each statement execute function refuse_emptying('release');
create trigger evaluation_is_never_emptied before truncate on evaluation for each statement execute function refuse_emptying('evaluation');
create trigger evaluation_outcome_is_never_emptied before truncate on evaluation_outcome for each statement execute function refuse_emptying('evaluation_outcome');
create trigger prediction_is_never_emptied before truncate on prediction for each statement execute function refuse_emptying('prediction');
