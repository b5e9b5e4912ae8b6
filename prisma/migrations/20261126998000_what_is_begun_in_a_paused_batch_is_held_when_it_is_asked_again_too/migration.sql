-- A repeat that was given out stays with its reader when the batch is paused, as a seat does; nothing new is given out of it.
create or replace function due_repeats() returns table (id uuid, study_id uuid, read_at timestamptz, ripe boolean) language sql stable security definer set search_path = public as $$
  select r.id, r.study_id, s.submitted_at,
    (select count(*) from (select from seat later where later.person_id = s.person_id and later.study_id = s.study_id
      and later.submitted_at > s.submitted_at limit r.after_readings) between_them) >= r.after_readings
  from seat s join repeat_reading r on r.seat_id = s.id and r.handed_in_at is null
    join batch b on b.id = s.batch_id and (b.state = 'open' or (b.state = 'paused' and r.lease_until is not null)) join item i on i.id = s.item_id and i.round = s.round and i.stage <> 'withdrawn'
    join study t on t.id = s.study_id and t.archived_at is null
  where s.person_id = viewer_id() and s.submitted_at is not null and s.study_id = any (viewer_studies('reader'))
    and not verdict_shown_to_viewer(s.item_id) and not knows_verdict(viewer_id(), s.item_id)
    and (s.submitted_at < now() - interval '1 day'
      or exists (select from seat later where later.person_id = s.person_id and later.study_id = s.study_id and later.submitted_at > s.submitted_at))
  order by s.submitted_at, r.id
$$;

create or replace function take_repeat(wanted uuid, known uuid[], only_ripe boolean, lease interval) returns uuid
language sql security definer set search_path = public as $$
  update repeat_reading set lease_until = now() + least(lease, interval '2 hours') where id = (
    select d.id from due_repeats() d join repeat_reading r on r.id = d.id join seat s on s.id = r.seat_id
      join batch b on b.id = s.batch_id and b.state = 'open'
    where (d.ripe or r.lease_until is not null or not only_ripe) and (wanted is null or d.study_id = wanted) and d.id <> all (known)
    order by d.read_at, d.id limit 1) returning id
$$;

-- What is hidden stands beside the recipe, and is asked there.
create or replace function could_have_labels(who uuid, wanted uuid, part text) returns boolean language sql stable security definer set search_path = public as $$
  select r.hidden ? part and (
      exists (select from became_admin(r.study_id) admin where admin.person_id = who)
      or exists (select from split_grant g where g.study_id = r.study_id and g.person_id = who and g.split = part)
      or exists (select from audit_event e where e.study_id = r.study_id and e.kind = 'split-granted' and e.detail ->> 'personId' = who::text and e.detail ->> 'split' = part)
      or exists (select from download d join release other on other.id = d.release_id and other.study_id = r.study_id where d.person_id = who and d.split = part)
      or exists (select from audit_event e join audit_actor a on a.event_id = e.id and a.person_id = who
        where e.study_id = r.study_id and e.kind = 'verdicts-exported')
      or exists (select from release_item ri join hand h on h.item_id = ri.item_id and h.person_id = who
        where ri.release_id = r.id and ri.split = part and (h.role in ('adjudicator', 'unsealer') or st.shows_verdicts))
      or was_shown_place(who, r.id, part))
  from release r join study st on st.id = r.study_id where r.id = wanted
$$;

-- Only the claim of a question writes who was shown it.
revoke insert on span_question_seen from doubleread_app;
drop policy system on span_question_seen;
create policy system on span_question_seen using ((select is_system()));
