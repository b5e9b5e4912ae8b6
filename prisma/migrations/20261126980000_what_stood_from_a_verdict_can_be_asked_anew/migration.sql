-- An item that is read or settled again as a whole keeps no labels of a verdict before: those alone may go without a later rubric.
create or replace function only_the_rubric_grows() returns trigger language plpgsql as $$ begin
  if is_system() and new.content = old.content - 'standing' then return new; end if;
  if not is_system() or (old.content - 'rubric' - 'standing') is distinct from (new.content - 'rubric' - 'standing')
     or coalesce((new.content #>> '{rubric,version}')::int, 0) <= coalesce((old.content #>> '{rubric,version}')::int, 0) then
    raise exception 'item is immutable' using errcode = 'restrict_violation', constraint = 'item_is_immutable';
  end if;
  insert into rubric_version (item_id, version, study_id, rubric) values (old.id, (old.content #>> '{rubric,version}')::int, old.study_id, old.content -> 'rubric');
  return new;
end $$;
