-- What was told of hidden labels so far asked how many items a split has, not how many a measure divides by, of which a system flags as many as
-- it likes: one flagged text was one label. What should be told follows from marks, which no statement can read: it comes with the scores that
-- are made by the new version of the rules, when somebody is scored next or an admin asks for it.
alter table evaluation disable trigger evaluation_is_immutable;
update evaluation set told = null where told is not null;
alter table evaluation enable trigger evaluation_is_immutable;

/** Scores of which nothing may be told yet have their values taken out, and every number that follows from labels. */
create or replace function scores_told(wanted uuid) returns jsonb language sql stable security definer set search_path = public as $$
  select case when is_system() or split_open_to_viewer(e.release_id, e.split) then e.scores
    when release_open_to_viewer(e.release_id) then coalesce(e.told, e.scores || jsonb_build_object('counts', '{}'::jsonb, 'by', '{}'::jsonb, 'against', '{}'::jsonb,
      'leftOut', '{}'::jsonb, 'tooSmall', 0, 'items', (e.scores ->> 'items')::int / 40 * 40,
      'measures', (select jsonb_object_agg(name, '{"value": null, "reason": "too-few", "low": null, "high": null}'::jsonb)
        from jsonb_object_keys(e.scores -> 'measures') name))) end
  from evaluation e where e.id = wanted
$$;
