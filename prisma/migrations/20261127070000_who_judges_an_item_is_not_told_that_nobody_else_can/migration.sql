-- That nobody is left for an item says that somebody passed it on. An admin who has it to judge themselves is not told.
create or replace function readings_for_nobody(wanted_study uuid) returns table (batch_id uuid, item_id uuid, readings int)
language sql stable security definer set search_path = public set jit = off as $$
  with running as materialized (select b.id, b.study_id, b.readers_per_item as k, o.people, o.specialties, o.languages
      from batch b join batch_pool o on o.batch_id = b.id
      where b.study_id = wanted_study and b.state <> 'closed' and wanted_study = any (viewer_studies('admin'))),
    pool as materialized (select b.id as batch_id, r.person_id, r.languages from running b
      cross join lateral pool_readers(b.study_id, b.people, b.specialties, b.languages) r),
    speaking as materialized (select l.batch_id, l.language, p.person_id from (select distinct l.batch_id, l.language from lane l join running b on b.id = l.batch_id) l
      join pool p on p.batch_id = l.batch_id and reads_language(p.languages, l.language)),
    kind as materialized (select l.batch_id, l.language, b.k, count(distinct s.person_id)::int as readers from lane l join running b on b.id = l.batch_id
      left join speaking s on s.batch_id = l.batch_id and s.language is not distinct from l.language group by 1, 2, 3),
    barred as materialized (select distinct b.item_id, b.person_id from (select distinct person_id from pool) p
      join stands_between b on b.person_id = p.person_id join item i on i.id = b.item_id and i.stage = 'reading' and i.batch_id in (select id from running)),
    looked_at as materialized (select i.id, i.round, i.batch_id, i.language, kind.readers from kind
      join item i on i.batch_id = kind.batch_id and i.language is not distinct from kind.language and i.stage = 'reading'
      where (kind.readers < kind.k or i.id in (select item_id from barred)) and i.id not in (select viewer_judges())),
    seats as materialized (select s.item_id, s.person_id from looked_at a join seat s on s.item_id = a.id and s.round = a.round),
    free as (select item_id, count(*)::int as seats from seats where person_id is null group by item_id),
    gone as (select a.id, count(distinct x.person_id)::int as readers from looked_at a
      join (select * from barred union all select * from seats where person_id is not null) x on x.item_id = a.id
      join speaking s on s.batch_id = a.batch_id and s.language is not distinct from a.language and s.person_id = x.person_id group by a.id)
  select a.batch_id, a.id, f.seats - (a.readers - coalesce(g.readers, 0)) from looked_at a
    join free f on f.item_id = a.id left join gone g on g.id = a.id
  where f.seats > a.readers - coalesce(g.readers, 0)
$$;
