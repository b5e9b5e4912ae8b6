-- Who was shown a place of a verdict has seen it, also where they let the question lapse and somebody else answered; and whether
-- somebody could have had the labels when they handed in a system is decided then, and not by what roles they hold today.

create table span_question_seen (
  question_id uuid not null references span_question (id) on delete cascade,
  person_id uuid not null references person (id),
  item_id uuid not null references item (id) on delete cascade,
  at timestamptz not null default now(),
  primary key (question_id, person_id)
);
create index span_question_seen_person on span_question_seen (person_id, item_id);
create index span_question_seen_item on span_question_seen (item_id);
grant select, insert on span_question_seen to doubleread_app;
alter table span_question_seen enable row level security;
create policy system on span_question_seen using ((select is_system())) with check ((select is_system()));

insert into span_question_seen (question_id, person_id, item_id, at)
  select q.id, a.person_id, q.item_id, min(e.at) from span_question q
    join audit_event e on e.kind = 'span-question-claimed' and e.item_id = q.item_id join audit_actor a on a.event_id = e.id
    where a.person_id is not null group by 1, 2, 3;
insert into span_question_seen (question_id, person_id, item_id, at)
  select id, person_id, item_id, coalesce(answered_at, now()) from span_question where person_id is not null on conflict do nothing;

create or replace function claim_span_question(expert uuid, lease interval) returns table (id uuid, study_id uuid, item_id uuid)
language plpgsql security definer set search_path = public as $$ declare found_id uuid; begin
  perform pg_advisory_xact_lock(hashtextextended(expert::text, 8));
  select q.id into found_id from span_question q
    where q.id in (select open.id from span_questions_for(expert) open)
      -- Asked again of the row itself, since somebody may have taken it between the look and the lock.
      and q.same is null and (q.person_id is null or q.person_id = expert or q.lease_until < now())
    order by (q.person_id is not distinct from expert) desc, q.external_id collate "C", q.start, q.id limit 1 for update of q skip locked;
  if found_id is null then return; end if;
  update span_question q set person_id = expert, lease_until = now() + lease where q.id = found_id;
  insert into span_question_seen (question_id, person_id, item_id) select q.id, expert, q.item_id from span_question q where q.id = found_id on conflict do nothing;
  return query select q.id, i.study_id, q.item_id from span_question q join item i on i.id = q.item_id where q.id = found_id;
end $$;

create or replace function knows_verdict(person uuid, wanted uuid) returns boolean language sql stable security definer set search_path = public as $$
  select (exists (select from download d where d.person_id = knows_verdict.person)
      and exists (select from release_item ri join download d on d.release_id = ri.release_id and d.split = ri.split
        where ri.item_id = wanted and ri.record is not null and d.person_id = knows_verdict.person))
    or exists (select from span_question_seen seen where seen.item_id = wanted and seen.person_id = knows_verdict.person)
$$;

create or replace function unburdened(person uuid) returns boolean language sql stable security definer set search_path = public as $$
  select not exists (select from conflict_of_interest c where c.person_id = unburdened.person)
    and not exists (select from download d where d.person_id = unburdened.person)
    and not exists (select from span_question_seen seen where seen.person_id = unburdened.person)
$$;

create function was_shown_place(who uuid, wanted uuid, part text) returns boolean language sql stable security definer set search_path = public as $$
  select exists (select from span_question_seen seen join release_item r on r.item_id = seen.item_id and r.release_id = wanted and r.split = part
    where seen.person_id = who)
$$;
revoke execute on function was_shown_place from public;
create or replace function was_asked_about(asked uuid, wanted uuid, part text) returns boolean language sql stable security definer set search_path = public as
  $$ select is_system() and was_shown_place(asked, wanted, part) $$;

/** Since when a person was an admin of a study, as often as they became one; what the trail says outlasts the role. */
create function became_admin(study uuid) returns table (person_id uuid, since timestamptz) language sql stable security definer set search_path = public as $$
  select m.person_id, m.since from membership m where m.study_id = study and m.role = 'admin'
  union all select coalesce(e.detail ->> 'personId', e.detail ->> 'person')::uuid, e.at from audit_event e
    where e.study_id = study and e.kind = 'role-given' and e.detail ->> 'role' = 'admin'
  union all select a.person_id, e.at from audit_event e join audit_actor a on a.event_id = e.id
    where e.study_id = study and (e.kind = 'study-created' or (e.kind = 'invitation-accepted' and jsonb_exists(e.detail -> 'roles', 'admin')))
$$;
create function admins_on_record(study uuid) returns table (person_id uuid, since timestamptz) language sql stable security definer set search_path = public as
  $$ select * from became_admin(study) where is_system() $$;
revoke execute on function became_admin, admins_on_record from public;
grant execute on function admins_on_record to doubleread_app;

alter table submission add column knew_labels boolean not null default false;
/** Whether, when a submission comes, its person could have the labels of its split: by a role, a grant, a download, a part in its items, or a question. */
create function could_have_labels(who uuid, wanted uuid, part text) returns boolean language sql stable security definer set search_path = public as $$
  select coalesce(r.recipe -> 'hidden', '[]') ? part and (
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
revoke execute on function could_have_labels from public;
create function submission_says_who_knew() returns trigger language plpgsql security definer set search_path = public as $$ begin
  if tg_op = 'UPDATE' then new.knew_labels := old.knew_labels;
  else new.knew_labels := coalesce(could_have_labels(new.person_id, new.release_id, new.split), false); end if;
  return new;
end $$;

update submission s set knew_labels = coalesce(could_have_labels(s.person_id, s.release_id, s.split), false);
create trigger submission_says_who_knew before insert or update on submission for each row execute function submission_says_who_knew();

create or replace function board_names(release uuid, part text) returns table (submission_id uuid, system text, mine boolean, shown_as text, letter int, knew_labels boolean)
language sql stable security definer set search_path = public as $$
  select s.id, case when known.named then s.system else '' end, s.person_id is not distinct from viewer_id(),
    case when known.named then 'name' else 'letter' end,
    case when s.anonymous then (select count(*)::int from submission before where before.release_id = s.release_id and before.split = s.split
      and before.anonymous and (before.created_at, before.id) < (s.created_at, s.id)) end,
    s.knew_labels
  from submission s join release r on r.id = s.release_id
    cross join lateral (select not s.anonymous or s.person_id is not distinct from viewer_id() or r.study_id = any (viewer_studies('admin'))) known (named)
  where s.release_id = board_names.release and s.split = part and s.state = 'scored' and release_open_to_viewer(r.id)
$$;
