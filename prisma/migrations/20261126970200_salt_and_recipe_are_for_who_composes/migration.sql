-- Row security hides rows, not columns: a release is a row that researchers may see, and in it stood the salt of its division, which is a
-- secret while a split is hidden, and its recipe, with notes on single items. No query of the application reads these columns any more;
-- two functions hand them to those who compose. Rights are by column now: a new column of `release` needs a grant of its own.
do $$ declare readable text; begin
  select string_agg(quote_ident(attname), ', ') into readable from pg_attribute
    where attrelid = 'release'::regclass and attnum > 0 and not attisdropped and attname not in ('salt', 'recipe');
  revoke select on release from doubleread_app;
  execute format('grant select (%s) on release to doubleread_app', readable);
end $$;

create function composes_release(wanted uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select is_system() or exists (select from release r where r.id = wanted and r.study_id = any (viewer_studies('admin'))) $$;
create function release_salt(wanted uuid) returns text language sql stable security definer set search_path = public as
  $$ select r.salt from release r where r.id = wanted and composes_release(wanted) $$;
create function release_recipe(wanted uuid) returns jsonb language sql stable security definer set search_path = public as
  $$ select r.recipe from release r where r.id = wanted and composes_release(wanted) $$;
/** Whether a release shows its readers one by one: no secret, for whoever opens a file sees it. */
create function names_readers(wanted uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select coalesce(r.recipe ->> 'readers', 'none') = 'pseudonyms' from release r where r.id = wanted and (is_system() or release_open_to_viewer(wanted)) $$;
revoke execute on function composes_release, release_salt, release_recipe, names_readers from public;
grant execute on function release_salt, release_recipe, names_readers to doubleread_app;
