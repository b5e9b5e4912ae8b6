-- Exact scores of a hidden split answer questions about single labels. They stay, for those who may have the labels; everybody else is told
-- `told`, which holds no counts and values in steps. The column of the exact ones is read through a function that knows who asks.
alter table evaluation add column told jsonb;
do $$ declare readable text; begin
  select string_agg(quote_ident(attname), ', ') into readable from pg_attribute
    where attrelid = 'evaluation'::regclass and attnum > 0 and not attisdropped and attname <> 'scores';
  revoke select on evaluation from doubleread_app;
  execute format('grant select (%s) on evaluation to doubleread_app', readable);
end $$;

/** Scores from before there was something to be told instead have their values taken out. */
create function scores_told(wanted uuid) returns jsonb language sql stable security definer set search_path = public as $$
  select case when is_system() or split_open_to_viewer(e.release_id, e.split) then e.scores
    when release_open_to_viewer(e.release_id) then coalesce(e.told, e.scores || jsonb_build_object('counts', '{}'::jsonb, 'by', '{}'::jsonb, 'against', '{}'::jsonb,
      'leftOut', '{}'::jsonb, 'measures', (select jsonb_object_agg(name, '{"value": null, "reason": "too-few", "low": null, "high": null}'::jsonb)
        from jsonb_object_keys(e.scores -> 'measures') name))) end
  from evaluation e where e.id = wanted
$$;
revoke execute on function scores_told from public;
grant execute on function scores_told to doubleread_app;
