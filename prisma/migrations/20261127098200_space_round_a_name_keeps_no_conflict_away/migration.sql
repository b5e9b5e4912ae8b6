-- A cell after ", " begins with a space, and a pasted name ends with one that is no ASCII: names are compared without what is round them.
-- What files said stays as they said it, also in what is released.

/** Without white space at its ends, all that a declared name has lost at its own (JavaScript's `trim`). */
create function bare_name(name text) returns text language sql immutable parallel safe as $$
  select btrim(name, E' \t\n\u000B\f\r\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF')
$$;
revoke execute on function bare_name from public;
grant execute on function bare_name to doubleread_app;

/** Beside the source like the authors beside the tags, since conflicts of interest are asked of a hundred thousand items at once. */
alter table item add column source_name text generated always as (bare_name(source)) stored;

create or replace function authors_of(tags jsonb) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct bare_name(n.name)), '{}') from jsonb_path_query(tags, 'lax $.author[*]') a (said)
    cross join lateral (select a.said #>> '{}' as name
      union all select regexp_split_to_table(a.said #>> '{}', '[;；|\n]')
      union all select regexp_split_to_table(a.said #>> '{}', '[;；|\n,，、]')) n
$$;
update item set authors = authors_of(tags) where jsonb_exists(tags, 'author') and authors <> authors_of(tags);

create or replace view stands_between as
  select person_id, item_id, case when declined then 'declined' else 'part' end as why,
    declined or role <> 'reader' as reading, declined or role <> 'adjudicator' as settling from hand
  union all select c.person_id, i.id, 'conflict', true, true from conflict_of_interest c join item i on c.value = i.source_name where c.kind = 'source'
  union all select c.person_id, i.id, 'conflict', true, true from conflict_of_interest c cross join item i cross join lateral unnest(i.authors) a (name)
    where c.kind = 'person' and c.value = a.name
  union all select d.person_id, r.item_id, 'knows-verdict', true, true from download d join release_item r on r.release_id = d.release_id and r.split = d.split where r.record is not null
  union all select person_id, item_id, 'knows-verdict', true, true from span_question_seen
  union all select person_id, item_id, 'bared', true, true from bared_before
  union all select b.person_id, b.item_id, 'shown', true, true from shown_before b join item i on i.id = b.item_id and i.round = b.round;

do $$
declare edit record; said text; begin
  for edit in values ('before_corrections', 'c.value = r.source', 'c.value = bare_name(r.source)') loop
    select pg_get_functiondef(oid) into strict said from pg_proc where proname = edit.column1 and pronamespace = 'public'::regnamespace;
    if strpos(said, edit.column2) = 0 then raise exception '% says something else', edit.column1; end if;
    execute replace(said, edit.column2, edit.column3);
  end loop;
end $$;

-- What is held of items that turn out to be such.
select leave_conflicts(person_id) from (select distinct person_id from conflict_of_interest order by 1) c;
