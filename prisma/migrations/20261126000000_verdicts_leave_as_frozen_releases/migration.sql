-- Verdicts leave as frozen releases, systems are scored on them, programs come in by tokens, long work is done by jobs.
-- CreateEnum
CREATE TYPE "release_state" AS ENUM ('draft', 'freezing', 'frozen');

-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "study_id" UUID NOT NULL,
    "version" TEXT,
    "title" TEXT NOT NULL,
    "state" "release_state" NOT NULL DEFAULT 'draft',
    "recipe" JSONB NOT NULL,
    "salt" TEXT NOT NULL DEFAULT encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex'),
    "previous_id" UUID,
    "notes" TEXT NOT NULL DEFAULT '',
    "public" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "frozen_at" TIMESTAMPTZ(6),
    "signature" JSONB,
    "facts" JSONB,
    "manifest" TEXT,
    "manifest_hash" BYTEA,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_item" (
    "release_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "item_id" UUID NOT NULL,
    "split" TEXT NOT NULL,
    "cluster" TEXT NOT NULL,
    "verdict_id" UUID,
    "record" TEXT,
    "withdrawn" TEXT,

    CONSTRAINT "release_item_pkey" PRIMARY KEY ("release_id","external_id")
);

-- CreateTable
CREATE TABLE "release_file" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "release_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "split" TEXT,
    "media_type" TEXT NOT NULL,
    "bytes" BIGINT NOT NULL,
    "sha256" BYTEA NOT NULL,
    "crc32" BIGINT NOT NULL,

    CONSTRAINT "release_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_chunk" (
    "file_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "release_chunk_pkey" PRIMARY KEY ("file_id","number")
);

-- CreateTable
CREATE TABLE "split_grant" (
    "study_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "split" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "split_grant_pkey" PRIMARY KEY ("study_id","person_id","split")
);

-- CreateTable
CREATE TABLE "download" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "release_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "split" TEXT,
    "path" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "download_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "release_id" UUID NOT NULL,
    "split" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "system" TEXT NOT NULL,
    "anonymous" BOOLEAN NOT NULL DEFAULT false,
    "description" TEXT NOT NULL DEFAULT '',
    "file_name" TEXT NOT NULL,
    "file_hash" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'received',
    "predicted" INTEGER NOT NULL,
    "missing" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prediction" (
    "submission_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "answer" JSONB NOT NULL,

    CONSTRAINT "prediction_pkey" PRIMARY KEY ("submission_id","external_id")
);

-- CreateTable
CREATE TABLE "evaluation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "release_id" UUID NOT NULL,
    "split" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "submission_id" UUID,
    "pseudonym" TEXT,
    "match" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "resamples" INTEGER NOT NULL,
    "scores" JSONB NOT NULL,
    "computed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "evaluation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evaluation_outcome" (
    "evaluation_id" UUID NOT NULL,
    "outcomes" JSONB NOT NULL,

    CONSTRAINT "evaluation_outcome_pkey" PRIMARY KEY ("evaluation_id")
);

-- CreateTable
CREATE TABLE "span_question" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "release_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "external_id" TEXT NOT NULL,
    "gold_start" INTEGER NOT NULL,
    "gold_end" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "same" BOOLEAN,
    "note" TEXT NOT NULL DEFAULT '',
    "person_id" UUID,
    "lease_until" TIMESTAMPTZ(6),
    "answered_at" TIMESTAMPTZ(6),

    CONSTRAINT "span_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "person_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" BYTEA NOT NULL,
    "status" INTEGER,
    "body" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateTable
CREATE TABLE "job" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "study_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "input" JSONB NOT NULL DEFAULT '{}',
    "state" "job_state" NOT NULL DEFAULT 'queued',
    "phase" TEXT NOT NULL DEFAULT '',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" JSONB,
    "cancel_asked" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(6),
    "beat_at" TIMESTAMPTZ(6),
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "release_study_id_version_key" ON "release"("study_id", "version");

-- CreateIndex
CREATE INDEX "release_item_release_id_split_external_id_idx" ON "release_item"("release_id", "split", "external_id");

-- CreateIndex
CREATE INDEX "release_item_item_id_idx" ON "release_item"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_file_release_id_path_key" ON "release_file"("release_id", "path");

-- CreateIndex
CREATE INDEX "download_person_id_idx" ON "download"("person_id");

-- CreateIndex
CREATE INDEX "download_release_id_at_idx" ON "download"("release_id", "at");

-- CreateIndex
CREATE INDEX "submission_release_id_split_idx" ON "submission"("release_id", "split");

-- CreateIndex
CREATE INDEX "submission_person_id_created_at_idx" ON "submission"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "evaluation_release_id_split_match_idx" ON "evaluation"("release_id", "split", "match");

-- CreateIndex
CREATE UNIQUE INDEX "span_question_release_id_external_id_gold_start_gold_end_st_key" ON "span_question"("release_id", "external_id", "gold_start", "gold_end", "start", "end");

-- CreateIndex
CREATE UNIQUE INDEX "access_token_token_hash_key" ON "access_token"("token_hash");

-- CreateIndex
CREATE INDEX "access_token_person_id_idx" ON "access_token"("person_id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "job_subject_id_idx" ON "job"("subject_id");

-- CreateIndex
CREATE INDEX "job_study_id_created_at_idx" ON "job"("study_id", "created_at");

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "release"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_item" ADD CONSTRAINT "release_item_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_file" ADD CONSTRAINT "release_file_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_chunk" ADD CONSTRAINT "release_chunk_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "release_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "split_grant" ADD CONSTRAINT "split_grant_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "split_grant" ADD CONSTRAINT "split_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "download" ADD CONSTRAINT "download_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "download" ADD CONSTRAINT "download_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prediction" ADD CONSTRAINT "prediction_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evaluation_outcome" ADD CONSTRAINT "evaluation_outcome_evaluation_id_fkey" FOREIGN KEY ("evaluation_id") REFERENCES "evaluation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "span_question" ADD CONSTRAINT "span_question_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ── Rights of the restricted role ──────────────────────────────────────────────────────────────────────────────────────
grant select, insert, update, delete on release, release_item, release_file, release_chunk, split_grant, idempotency_key to doubleread_app;
grant select, insert on download, prediction, evaluation, evaluation_outcome to doubleread_app;
grant select, insert, update on submission, span_question, access_token, job to doubleread_app;

-- ── Shape ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
alter table release
  add constraint release_version_is_semantic check (version ~ '^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$'),
  add constraint release_frozen_is_whole check (state <> 'frozen' or
    (version is not null and frozen_at is not null and signature is not null and facts is not null and manifest is not null and manifest_hash is not null));
create unique index release_one_at_work on release (study_id) where state = 'freezing';
alter table release_item add constraint release_item_is_record_or_tombstone check ((record is null) = (withdrawn is not null) and (record is null) = (verdict_id is null));
alter table submission add constraint submission_state check (state in ('received', 'scored', 'withdrawn'));
alter table evaluation
  add constraint evaluation_kind check (kind in ('system', 'reader', 'readers')),
  add constraint evaluation_is_of_someone check ((kind = 'system') = (submission_id is not null) and (kind = 'reader') = (pseudonym is not null));
create unique index evaluation_once on evaluation (release_id, split, match, kind, coalesce(submission_id::text, pseudonym, ''));
alter table access_token add constraint access_token_has_scopes check (cardinality(scopes) > 0);
create unique index job_one_at_work on job (kind, subject_id) where state in ('queued', 'running');

/** A frozen release, and everything below it, stays as it is. */
create function refuse_frozen() returns trigger language plpgsql as $$ declare wanted uuid; begin
  if tg_table_name = 'release' then
    if old.state = 'frozen' then
      raise exception 'release is immutable' using errcode = 'restrict_violation', constraint = 'release_is_immutable';
    end if;
  else
    if tg_table_name = 'release_chunk' then
      select release_id into wanted from release_file where id = case when tg_op = 'DELETE' then old.file_id else new.file_id end;
    else
      wanted := case when tg_op = 'DELETE' then old.release_id else new.release_id end;
    end if;
    if exists (select from release r where r.id = wanted and r.state = 'frozen') then
      raise exception 'release is immutable' using errcode = 'restrict_violation', constraint = 'release_is_immutable';
    end if;
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger release_is_immutable before update or delete on release for each row execute function refuse_frozen();
create trigger release_item_is_immutable before insert or update or delete on release_item for each row execute function refuse_frozen();
create trigger release_file_is_immutable before insert or update or delete on release_file for each row execute function refuse_frozen();
create trigger release_chunk_is_immutable before insert or update or delete on release_chunk for each row execute function refuse_frozen();
create trigger evaluation_is_immutable before update or delete on evaluation for each row execute function refuse_change();
create trigger evaluation_outcome_is_immutable before update or delete on evaluation_outcome for each row execute function refuse_change();
create trigger prediction_is_immutable before update or delete on prediction for each row execute function refuse_change();

-- ── Who is asking ──────────────────────────────────────────────────────────────────────────────────────────────────────
create function viewer_is_active() returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from person where id = viewer_id() and deactivated_at is null) $$;
/** Whether the viewer may know that a release exists, and have what is not about one split. */
create function release_open_to_viewer(wanted uuid) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from release r where r.id = wanted and
       (r.study_id = any (viewer_studies('admin'))
        or (r.state = 'frozen' and (r.study_id = any (viewer_studies('researcher')) or (r.public and viewer_is_active()))))) $$;
/** Whether the viewer may have the labels of a split: a hidden one needs a grant of its own, also from a researcher. */
create function split_open_to_viewer(wanted uuid, part text) returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from release r where r.id = wanted and
       (r.study_id = any (viewer_studies('admin'))
        or (release_open_to_viewer(r.id)
            and (not coalesce(r.recipe -> 'hidden', '[]') ? part
                 or exists (select from split_grant g where g.study_id = r.study_id and g.person_id = viewer_id() and g.split = part))))) $$;
/** The splits of all releases whose labels the viewer may have, so that a policy asks once a statement and not once a row. */
create function viewer_splits() returns text[] language sql stable security definer set search_path = public as
  $$ select coalesce(array_agg(distinct f.release_id || '/' || f.split), '{}') from release_file f
     where f.split is not null and split_open_to_viewer(f.release_id, f.split) $$;

-- ── Row security: lib/blinding/sight.ts says the same in TypeScript ────────────────────────────────────────────────────
do $$ declare t text; begin
  foreach t in array array['release','release_item','release_file','release_chunk','split_grant','download','submission','prediction',
    'evaluation','evaluation_outcome','span_question','access_token','idempotency_key','job'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy system on %I using ((select is_system())) with check ((select is_system()))', t);
  end loop;
end $$;
create policy sight on release for select using (release_open_to_viewer(id));
create policy admins on release for insert with check (study_id = any ((select viewer_studies('admin'))::uuid[]) and state = 'draft');
create policy admins_change on release for update using (study_id = any ((select viewer_studies('admin'))::uuid[]))
  with check (study_id = any ((select viewer_studies('admin'))::uuid[]) and state <> 'frozen');
create policy admins_drop on release for delete using (study_id = any ((select viewer_studies('admin'))::uuid[]));
create policy sight on release_item for select using ((release_id || '/' || split) = any ((select viewer_splits())::text[]));
create policy sight on release_file for select using
  ((split is null and release_open_to_viewer(release_id)) or (split is not null and split_open_to_viewer(release_id, split)));
create policy sight on release_chunk for select using (exists (select from release_file f where f.id = file_id));
create policy sight on split_grant for select using (person_id = (select viewer_id()) or study_id = any ((select viewer_studies('admin'))::uuid[]));
create policy admins on split_grant using (study_id = any ((select viewer_studies('admin'))::uuid[]))
  with check (study_id = any ((select viewer_studies('admin'))::uuid[]));
create policy sight on download for select using (person_id = (select viewer_id())
  or exists (select from release r where r.id = release_id and r.study_id = any ((select viewer_studies('admin'))::uuid[])));
create policy own on download for insert with check (person_id = (select viewer_id()) and release_open_to_viewer(release_id));
create policy sight on submission for select using (person_id = (select viewer_id())
  or exists (select from release r where r.id = release_id and r.study_id = any ((select viewer_studies('admin'))::uuid[])));
create policy own on submission for insert with check (person_id = (select viewer_id()) and state = 'received'
  and exists (select from release r where r.id = release_id and r.state = 'frozen'));
create policy sight on prediction for select using (exists (select from submission s where s.id = submission_id));
create policy own on prediction for insert with check
  (exists (select from submission s where s.id = submission_id and s.person_id = (select viewer_id()) and s.state = 'received'));
/** The board is for whoever may know the release; what gives labels away is in evaluation_outcome. */
create policy sight on evaluation for select using (release_open_to_viewer(release_id));
create policy sight on evaluation_outcome for select using
  (exists (select from evaluation e where e.id = evaluation_id and split_open_to_viewer(e.release_id, e.split)));
create policy sight on span_question for select using (person_id = (select viewer_id()));
create policy own on access_token using (person_id = (select viewer_id())) with check (person_id = (select viewer_id()));
create policy own on idempotency_key using (person_id = (select viewer_id())) with check (person_id = (select viewer_id()));
create policy sight on job for select using (person_id = (select viewer_id()) or study_id = any ((select viewer_studies('admin'))::uuid[]));
create policy own on job for insert with check (person_id = (select viewer_id()));
create policy own_change on job for update using (person_id = (select viewer_id()) or study_id = any ((select viewer_studies('admin'))::uuid[]))
  with check (person_id = (select viewer_id()) or study_id = any ((select viewer_studies('admin'))::uuid[]));

-- ── What is known before there is a viewer ─────────────────────────────────────────────────────────────────────────────
/** Who stands behind a token, and what it may do; null when it is unknown, expired, revoked, or its person is deactivated. */
create function token_bearer(hash bytea) returns table (token_id uuid, person_id uuid, scopes text[])
language plpgsql security definer set search_path = public as $$ begin
  update access_token t set last_used_at = now() where t.token_hash = hash and t.revoked_at is null and t.expires_at > now()
    and coalesce(t.last_used_at, '-infinity') < now() - interval '1 minute';
  return query select t.id, t.person_id, t.scopes from access_token t join person p on p.id = t.person_id
    where t.token_hash = hash and t.revoked_at is null and t.expires_at > now() and p.deactivated_at is null;
end $$;
/** In whose name a job works. */
create function job_person(job uuid) returns uuid language sql stable security definer set search_path = public as
  $$ select person_id from job j where j.id = job_person.job $$;
/** Jobs that stand as queued or at work: what the queue lost, or a worker left when it was killed, is found here. */
create function jobs_unfinished(silent interval) returns table (id uuid, kind text) language sql stable security definer set search_path = public as
  $$ select j.id, j.kind from job j where j.state in ('queued', 'running') and coalesce(j.beat_at, j.created_at) < now() - silent $$;

/** The same person has the same pseudonym throughout one release and an unrelated one in the next. Only for the unblinded door. */
create function release_pseudonym(release uuid, person uuid) returns text language sql stable security definer set search_path = public as $$
  select 'R-' || upper(substr(encode(sha256(s.secret || sha256(s.secret || uuid_send(r.id) || uuid_send(person))), 'hex'), 1, 10))
  from release r join study_secret s on s.study_id = r.study_id where r.id = release_pseudonym.release and is_system()
$$;
revoke execute on function viewer_is_active, release_open_to_viewer, split_open_to_viewer, viewer_splits, token_bearer, job_person,
  jobs_unfinished, release_pseudonym from public;
grant execute on function viewer_is_active, release_open_to_viewer, split_open_to_viewer, viewer_splits, token_bearer, job_person,
  jobs_unfinished, release_pseudonym to doubleread_app;
