-- Who may read an item, and what stands between a person and it, is said once: the claim, the preview of a batch, the bench, the experts'
-- queue and the count of what nobody can take ask the same functions. Languages match by their primary subtag, specialties whatever
-- their case, spaces and hyphens, and what was freed goes before what nobody has had yet.

-- ── Words that mean the same ───────────────────────────────────────────────────────────────────────────────────────────
/** Files and profiles write specialties as they like: "Internal Medicine" is "internal-medicine". Letters and their marks tell, nothing else. */
create collation word_alike (provider = icu, locale = 'und-u-ka-shifted-ks-level2', deterministic = false);

/** The primary subtag: whoever reads one English, or one Chinese, reads them all. */
create function language_family(tag text) returns text language sql immutable parallel safe as
  $$ select lower(split_part(translate(tag, '_', '-'), '-', 1)) $$;
create function language_families(tags text[]) returns text[] language sql immutable parallel safe as
  $$ select coalesce(array_agg(language_family(tag)), '{}') from unnest(tags) tag $$;
/** Whoever names no language reads every one, and what names none is for everybody. */
create function reads_language(languages text[], tag text) returns boolean language sql immutable parallel safe as
  $$ select tag is null or coalesce(cardinality(languages), 0) = 0 or language_family(tag) = any (language_families(languages)) $$;

/**
 * The names under `author` in an item's tags: a text, or a list of texts. A text may hold several names; with commas it is one name
 * ("Lin, Ann") as well as several, for an item too many is kept from somebody rather than one too few.
 */
create function authors_of(tags jsonb) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct btrim(n.name)), '{}') from jsonb_path_query(tags, 'lax $.author[*]') a (said)
    cross join lateral (select a.said #>> '{}' as name
      union all select regexp_split_to_table(a.said #>> '{}', '[;；|\n]')
      union all select regexp_split_to_table(a.said #>> '{}', '[;；|\n,，、]')) n
$$;
/** Beside the tags, since conflicts of interest are asked of a hundred thousand items at once. */
alter table item add column authors text[] not null default '{}';
update item set authors = authors_of(tags) where jsonb_exists(tags, 'author');
create function tags_name_authors() returns trigger language plpgsql as $$ begin
  new.authors := authors_of(new.tags);
  return new;
end $$;
create trigger tags_name_authors before insert on item for each row when (jsonb_exists(new.tags, 'author')) execute function tags_name_authors();
create trigger tags_name_authors_anew before update of tags on item for each row when (old.tags is distinct from new.tags) execute function tags_name_authors();

-- ── What stands between a person and an item ───────────────────────────────────────────────────────────────────────────
create index hand_that_bars on hand (person_id, item_id) where declined or role <> 'reader';

/**
 * Every pair of a person and an item that they are never given to read: passed on, a part in it other than a reader's, a conflict of
 * interest, its verdict known, seen bare while it was closed. Asked by person, by item or by both; for the functions below alone.
 */
create view stands_between (person_id, item_id, why) as
  select person_id, item_id, case when declined then 'declined' else 'part' end from hand where declined or role <> 'reader'
  union all select c.person_id, i.id, 'conflict' from conflict_of_interest c join item i on c.value = i.source where c.kind = 'source'
  union all select c.person_id, i.id, 'conflict' from conflict_of_interest c cross join item i
    cross join lateral unnest(i.authors) a (name) where c.kind = 'person' and c.value = a.name
  union all select d.person_id, r.item_id, 'knows-verdict' from download d
    join release_item r on r.release_id = d.release_id and r.split = d.split where r.record is not null
  union all select person_id, item_id, 'knows-verdict' from span_question_seen
  union all select person_id, item_id, 'bared' from bared_before;
revoke all on stands_between from doubleread_app;

/** Whether an item is from a source or by a person that somebody must not read. */
create function has_conflict(person uuid, wanted uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from stands_between b where b.person_id = person and b.item_id = wanted and b.why = 'conflict') $$;
create or replace function may_read(reader uuid, wanted uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select not exists (select from stands_between b where b.person_id = reader and b.item_id = wanted) $$;
create or replace function knows_verdict(person uuid, wanted uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from stands_between b where b.person_id = person and b.item_id = wanted and b.why = 'knows-verdict') $$;
revoke execute on function has_conflict from public;
grant execute on function has_conflict to doubleread_app;

-- ── Who is in a pool ───────────────────────────────────────────────────────────────────────────────────────────────────
/** Named people; or, where none are named, whoever has one of the specialties and one of the languages. */
create function is_in_pool(reader uuid, own_specialties text[], own_languages text[], people uuid[], specialties text[], languages text[])
returns boolean language sql immutable parallel safe as $$
  select reader = any (people) or (cardinality(people) = 0
    and (cardinality(specialties) = 0 or (specialties collate word_alike) && coalesce(own_specialties, '{}'))
    and (cardinality(languages) = 0 or language_families(languages) && language_families(coalesce(own_languages, '{}'))))
$$;
/** A study's active readers in a pool. Runs with the caller's rights. */
create function pool_readers(study uuid, people uuid[], specialties text[], languages text[])
returns table (person_id uuid, specialties text[], languages text[]) language sql stable as $$
  select p.id, coalesce(f.specialties, '{}'), coalesce(f.languages, '{}') from membership m
    join person p on p.id = m.person_id and p.deactivated_at is null left join profile f on f.person_id = p.id
  where m.study_id = study and m.role = 'reader'
    and is_in_pool(p.id, f.specialties, f.languages, pool_readers.people, pool_readers.specialties, pool_readers.languages)
$$;

/** The lanes that a person may read, best first: batch priority, own specialty, due date, then chance. */
create or replace function open_lanes(reader uuid, wanted_study uuid) returns table (batch_id uuid, lane int)
language sql stable security definer set search_path = public as $$
  select l.batch_id, l.number
  from batch b
  join membership m on m.study_id = b.study_id and m.person_id = reader and m.role = 'reader'
  join study s on s.id = b.study_id and s.archived_at is null
  join person p on p.id = reader and p.deactivated_at is null
  left join profile f on f.person_id = reader
  join batch_pool o on o.batch_id = b.id and is_in_pool(reader, f.specialties, f.languages, o.people, o.specialties, o.languages)
  join lane l on l.batch_id = b.id and reads_language(f.languages, l.language)
  where b.state = 'open' and (wanted_study is null or b.study_id = wanted_study)
  order by b.priority desc, (l.specialty is not null and l.specialty collate word_alike = any (coalesce(f.specialties, '{}'))) desc, b.due_on nulls last, random()
$$;

/**
 * Of items that are to be opened, how many readers of a pool could be given each. For the study's admins, who may know conflicts and
 * languages, and not who passed an item on: declines have no name, and are not counted here.
 */
create function eligible_readers(study uuid, items uuid[], people uuid[], specialties text[], languages text[])
returns table (item_id uuid, readers int) language sql stable security definer set search_path = public set jit = off as $$
  with pool as materialized (select * from pool_readers(study, people, specialties, languages)
      where study = any (viewer_studies('admin'))),
    wanted as materialized (select i.id, i.language from unnest(items) w (id) join item i on i.id = w.id and i.study_id = study),
    speaking as materialized (select l.language, p.person_id from (select distinct language from wanted) l
      join pool p on reads_language(p.languages, l.language)),
    barred as (select w.id, count(distinct b.person_id)::int as readers from pool p join stands_between b on b.person_id = p.person_id and b.why <> 'declined'
      join wanted w on w.id = b.item_id and reads_language(p.languages, w.language) group by w.id)
  select w.id, coalesce(n.readers, 0) - coalesce(barred.readers, 0) from wanted w
    left join (select language, count(*)::int as readers from speaking group by language) n on n.language is not distinct from w.language
    left join barred on barred.id = w.id
$$;

/**
 * Readings of a study's batches that nobody in their pool can take: of an item more seats are free than there are readers left who read
 * its language, have no seat of it and nothing between. What somebody holds is not free, lapsed or not, for they may come back. Most
 * items are not looked at: in a lane of k readers and more, only what stands between somebody and an item can leave it without.
 */
create function readings_for_nobody(wanted_study uuid) returns table (batch_id uuid, item_id uuid, readings int)
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
      where kind.readers < kind.k or i.id in (select item_id from barred)),
    seats as materialized (select s.item_id, s.person_id from looked_at a join seat s on s.item_id = a.id and s.round = a.round),
    free as (select item_id, count(*)::int as seats from seats where person_id is null group by item_id),
    gone as (select a.id, count(distinct x.person_id)::int as readers from looked_at a
      join (select * from barred union all select * from seats where person_id is not null) x on x.item_id = a.id
      join speaking s on s.batch_id = a.batch_id and s.language is not distinct from a.language and s.person_id = x.person_id group by a.id)
  select a.batch_id, a.id, f.seats - (a.readers - coalesce(g.readers, 0)) from looked_at a
    join free f on f.item_id = a.id left join gone g on g.id = a.id
  where f.seats > a.readers - coalesce(g.readers, 0)
$$;
revoke execute on function eligible_readers, readings_for_nobody from public;
grant execute on function eligible_readers, readings_for_nobody to doubleread_app;

-- ── What was freed goes first ──────────────────────────────────────────────────────────────────────────────────────────
/** Somebody had it and gave it up or lost it. So few are, and so soon taken, that every claim can look at them first. */
alter table seat add column freed boolean not null default false;
create index seat_freed on seat (batch_id, lane, queue) where freed;
create function what_is_let_go_is_freed() returns trigger language plpgsql as $$ begin
  new.freed := new.person_id is null and new.submitted_at is null and new.lane > 0;
  return new;
end $$;
create trigger what_is_let_go_is_freed before update of person_id, lane on seat for each row
  when (old.person_id is not null and new.person_id is null or old.freed) execute function what_is_let_go_is_freed();
update seat s set freed = true from hand h
  where s.person_id is null and s.submitted_at is null and s.lane > 0 and h.item_id = s.item_id and h.ended_at is not null;

/**
 * Takes the next free or lapsed seat for a person; null when there is none. In each lane first what was freed, then ahead of the furthest
 * seat they hold or held, then behind it, where only lapsed seats can be left for them. Planned once a connection and by its indexes alone, as
 * before. Locks: the seat row only, never waiting.
 */
create or replace function claim_seat(reader uuid, wanted_study uuid, lease interval) returns uuid
language plpgsql security definer set search_path = public
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_bitmapscan = off as $$
declare place record; found_seat seat; reached float; from_queue float; below float; unconflicted boolean; begin
  perform pg_advisory_xact_lock(hashtextextended(reader::text, 1));
  unconflicted := unburdened(reader) and not exists (select from bared_before b where b.person_id = reader);
  for place in select * from open_lanes(reader, wanted_study) loop
    select s.* into found_seat from seat s
      where s.batch_id = place.batch_id and s.lane = place.lane and s.freed and s.person_id is null
        and not exists (select from hand h where h.item_id = s.item_id and h.person_id = reader
          and (h.declined or h.role <> 'reader' or exists (select from seat mine
            where mine.item_id = s.item_id and mine.round = s.round and mine.person_id = reader)) offset 0)
        and (unconflicted or may_read(reader, s.item_id))
      order by s.queue limit 1 for update of s skip locked;
    if not found then
      select coalesce(max(queue), 0) into reached from seat where person_id = reader and batch_id = place.batch_id and lane = place.lane;
      -- Onward from the furthest seat they have held; what lapsed before it comes last.
      from_queue := reached;
      below := 'infinity';
      loop
        select s.* into found_seat from seat s
          where s.batch_id = place.batch_id and s.lane = place.lane and s.submitted_at is null
            and s.queue >= from_queue and s.queue < below
            and (s.person_id is null or s.lease_until < now())
            -- The seats of one item share their place in the queue, mostly: most of what they have read is passed by here.
            and (from_queue > 0 or s.queue not in (select mine.queue from seat mine
              where mine.person_id = reader and mine.batch_id = place.batch_id and mine.lane = place.lane))
            and not exists (select from hand h where h.item_id = s.item_id and h.person_id = reader
              and (h.declined or h.role <> 'reader' or exists (select from seat mine
                where mine.item_id = s.item_id and mine.round = s.round and mine.person_id = reader)) offset 0)
            and (unconflicted or may_read(reader, s.item_id))
          order by s.queue, (s.person_id is not null), s.id limit 1 for update of s skip locked;
        exit when found or from_queue = 0;
        below := from_queue;
        from_queue := 0;
      end loop;
    end if;
    if found_seat.id is not null then
      if found_seat.person_id is not null then
        update hand set ended_at = now() where item_id = found_seat.item_id and person_id = found_seat.person_id;
      end if;
      insert into hand (item_id, person_id, role) values (found_seat.item_id, reader, 'reader')
        on conflict (item_id, person_id) do update set ended_at = null;
      update seat set person_id = reader, hand_role = 'reader', claimed_at = now(), lease_until = now() + lease, active_ms = 0
        where id = found_seat.id;
      perform record_event(reader, 'seat-claimed', found_seat.study_id, found_seat.item_id, jsonb_build_object('seat', found_seat.id));
      return found_seat.id;
    end if;
  end loop;
  return null;
end $$;

-- ── The bench and the experts' queue ask the same ──────────────────────────────────────────────────────────────────────
create or replace function claim_adjudication(judge uuid, wanted_study uuid, lease interval, wanted_item uuid default null) returns uuid
language plpgsql security definer set search_path = public as $$ declare waiting adjudication; unconflicted boolean; begin
  perform pg_advisory_xact_lock(hashtextextended(judge::text, 2));
  unconflicted := unburdened(judge) and not exists (select from bared_before b where b.person_id = judge);
  select a.* into waiting from adjudication a
    join item i on i.id = a.item_id
    join membership m on m.study_id = a.study_id and m.person_id = judge and m.role = 'adjudicator'
    join study s on s.id = a.study_id and s.archived_at is null
    join person p on p.id = judge and p.deactivated_at is null
    left join profile f on f.person_id = judge
    left join batch b on b.id = i.batch_id
    where a.settled_at is null and i.stage = 'adjudicating' and (wanted_study is null or a.study_id = wanted_study) and (wanted_item is null or a.item_id = wanted_item)
      and (a.person_id is null or (a.lease_until < now() and a.person_id <> judge))
      and reads_language(f.languages, i.language)
      and not exists (select from hand h where h.item_id = i.id and h.person_id = judge and (h.declined or h.role <> 'adjudicator') offset 0)
      -- Disputes are opened by the last submission, or later: an older one needs no look at its seats.
      and (a.opened_at < now() - interval '10 minutes' or not within_grace(i.id))
      and (unconflicted or (not knows_verdict(judge, i.id) and not was_bared(judge, i.id)
        and not has_conflict(judge, i.id)))
    order by b.priority desc nulls last, a.opened_at limit 1 for update of a skip locked;
  if not found then return null; end if;
  if waiting.person_id is not null then
    update hand set ended_at = now() where item_id = waiting.item_id and person_id = waiting.person_id;
  end if;
  insert into hand (item_id, person_id, role) values (waiting.item_id, judge, 'adjudicator')
    on conflict (item_id, person_id) do update set ended_at = null;
  update adjudication set person_id = judge, hand_role = 'adjudicator', lease_until = now() + lease where id = waiting.id;
  return waiting.id;
end $$;

create or replace function bench_waiting() returns table (study_id uuid, waiting int)
language sql stable security definer set search_path = public set jit = off as $$
  select a.study_id, count(*)::int from adjudication a join item i on i.id = a.item_id
  left join profile f on f.person_id = (select viewer_id())
  where a.settled_at is null and i.stage = 'adjudicating' and a.study_id = any ((select viewer_studies('adjudicator'))::uuid[])
    and (a.person_id is null or (a.lease_until < now() and a.person_id <> (select viewer_id())))
    and reads_language(f.languages, i.language)
    and not exists (select from hand h where h.item_id = i.id and h.person_id = (select viewer_id()) and (h.declined or h.role <> 'adjudicator') offset 0)
    -- Disputes are opened by the last submission, or later: an older one needs no look at its seats.
    and (a.opened_at < now() - interval '10 minutes' or not within_grace(i.id))
    and ((select unburdened(viewer_id()) and not exists (select from bared_before b where b.person_id = viewer_id())) or (not knows_verdict((select viewer_id()), i.id)
      and not was_bared((select viewer_id()), i.id)
      and not has_conflict((select viewer_id()), i.id)))
  group by a.study_id
$$;

create or replace function span_questions_for(expert uuid) returns table (id uuid) language sql stable security definer set search_path = public as $$
  select q.id from span_question q join item i on i.id = q.item_id join study s on s.id = i.study_id
    join membership m on m.study_id = i.study_id and m.person_id = expert and m.role = 'adjudicator'
    join person p on p.id = expert and p.deactivated_at is null
    left join profile f on f.person_id = expert
  where q.same is null and i.stage = 'closed' and s.archived_at is null
    and (q.person_id is null or q.person_id = expert or q.lease_until < now())
    and reads_language(f.languages, i.language)
    and not exists (select from hand h where h.item_id = q.item_id and h.person_id = expert)
    and not has_conflict(expert, i.id)
    and not exists (select from submission own where own.release_id = q.release_id and own.person_id = expert and own.state <> 'withdrawn')
    and not exists (select from download seen where seen.release_id = q.release_id and seen.person_id = expert and seen.path like 'errors/%')
$$;

-- ── And so does what ends with a conflict or a language ────────────────────────────────────────────────────────────────
create or replace function work_ends_with_conflict() returns trigger language plpgsql security definer set search_path = public as $$ begin
  perform before_claims(new.person_id);
  perform free_work(new.person_id,
    array(select s.id from seat s where s.person_id = new.person_id and s.submitted_at is null and has_conflict(new.person_id, s.item_id)),
    array(select a.id from adjudication a where a.person_id = new.person_id and a.settled_at is null and has_conflict(new.person_id, a.item_id)), 'conflict');
  return null;
end $$;

create or replace function leave_pools(who uuid) returns void language plpgsql set search_path = public as $$ begin
  perform before_claims(who);
  perform free_work(who,
    array(select s.id from seat s join batch b on b.id = s.batch_id and b.state = 'open' join study t on t.id = s.study_id and t.archived_at is null
      where s.person_id = who and s.submitted_at is null and (s.batch_id, s.lane) not in (select l.batch_id, l.lane from open_lanes(who, null) l)),
    array(select a.id from adjudication a join item i on i.id = a.item_id join profile f on f.person_id = who
      where a.person_id = who and a.settled_at is null and not reads_language(f.languages, i.language)), 'pool');
end $$;
