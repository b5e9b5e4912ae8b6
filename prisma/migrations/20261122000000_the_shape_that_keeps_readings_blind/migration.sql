-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('reader', 'adjudicator', 'admin', 'researcher');

-- CreateEnum
CREATE TYPE "stage" AS ENUM ('pool', 'reading', 'adjudicating', 'closed', 'withdrawn');

-- CreateEnum
CREATE TYPE "hand_role" AS ENUM ('reader', 'adjudicator', 'unsealer');

-- CreateEnum
CREATE TYPE "batch_state" AS ENUM ('open', 'paused', 'closed');

-- CreateEnum
CREATE TYPE "adjudication_policy" AS ENUM ('on-disagreement', 'always', 'never');

-- CreateEnum
CREATE TYPE "cause" AS ENUM ('oversight', 'ambiguous-guideline', 'missing-context', 'genuine-clinical-disagreement', 'taxonomy-gap');

-- CreateEnum
CREATE TYPE "decline_reason" AS ENUM ('conflict-of-interest', 'outside-my-competence', 'unreadable');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deactivated_at" TIMESTAMPTZ(6),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "person_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "profile" (
    "person_id" UUID NOT NULL,
    "specialties" TEXT[],
    "languages" TEXT[],
    "licence" TEXT NOT NULL DEFAULT '',
    "licence_expires" DATE,
    "years_of_practice" INTEGER,

    CONSTRAINT "profile_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "conflict_of_interest" (
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "conflict_of_interest_pkey" PRIMARY KEY ("person_id","kind","value")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "agent" TEXT NOT NULL DEFAULT '',
    "address" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "study_id" UUID,
    "roles" "role"[],
    "owner" BOOLEAN NOT NULL DEFAULT false,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "accepted_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "study_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "since" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("study_id","person_id","role")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "study" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "task" TEXT NOT NULL,
    "languages" TEXT[],
    "licence" TEXT,
    "readers_per_item" INTEGER NOT NULL,
    "policy" "adjudication_policy" NOT NULL DEFAULT 'on-disagreement',
    "settings" JSONB NOT NULL,
    "shows_verdicts" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),

    CONSTRAINT "study_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "protocol" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "study_id" UUID NOT NULL,
    "number" INTEGER,
    "guideline" TEXT NOT NULL,
    "form" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(6),

    CONSTRAINT "protocol_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "picture" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "study_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "study_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "encoding" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'reading',
    "options" JSONB NOT NULL DEFAULT '{}',
    "rows" INTEGER NOT NULL DEFAULT 0,
    "fresh" INTEGER NOT NULL DEFAULT 0,
    "known" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "bad" INTEGER NOT NULL DEFAULT 0,
    "imported" INTEGER NOT NULL DEFAULT 0,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "failure" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(6),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "part" INTEGER NOT NULL DEFAULT 0,
    "external_id" TEXT,
    "text" TEXT,
    "content" JSONB,
    "text_hash" BYTEA,
    "language" TEXT,
    "specialty" TEXT,
    "group_key" TEXT,
    "source" TEXT,
    "licence" TEXT,
    "tags" JSONB,
    "sealed" JSONB,
    "fate" TEXT NOT NULL DEFAULT 'fresh',
    "field" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "values" JSONB,
    "raw" TEXT,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","line","part")
);

-- CreateTable
CREATE TABLE "batch" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "study_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "readers_per_item" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "due_on" DATE,
    "state" "batch_state" NOT NULL DEFAULT 'open',
    "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_pool" (
    "batch_id" UUID NOT NULL,
    "people" UUID[],
    "specialties" TEXT[],
    "languages" TEXT[],

    CONSTRAINT "batch_pool_pkey" PRIMARY KEY ("batch_id")
);

-- CreateTable
CREATE TABLE "lane" (
    "batch_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "language" TEXT,
    "specialty" TEXT,

    CONSTRAINT "lane_pkey" PRIMARY KEY ("batch_id","number")
);

-- CreateTable
CREATE TABLE "item" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "study_id" UUID NOT NULL,
    "batch_id" UUID,
    "external_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "text_hash" BYTEA NOT NULL,
    "length" INTEGER NOT NULL,
    "content" JSONB NOT NULL DEFAULT '{}',
    "language" TEXT,
    "specialty" TEXT,
    "group_key" TEXT,
    "source" TEXT,
    "licence" TEXT,
    "tags" JSONB NOT NULL DEFAULT '{}',
    "stage" "stage" NOT NULL DEFAULT 'pool',
    "round" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "staged_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seal" (
    "item_id" UUID NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "seal_pkey" PRIMARY KEY ("item_id")
);

-- CreateTable
CREATE TABLE "hand" (
    "item_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" "hand_role" NOT NULL,
    "since" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),
    "declined" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "hand_pkey" PRIMARY KEY ("item_id","person_id")
);

-- CreateTable
CREATE TABLE "seat" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "item_id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "letter" CHAR(1) NOT NULL,
    "queue" DOUBLE PRECISION NOT NULL DEFAULT random(),
    "lane" INTEGER NOT NULL DEFAULT 0,
    "person_id" UUID,
    "hand_role" "hand_role",
    "claimed_at" TIMESTAMPTZ(6),
    "lease_until" TIMESTAMPTZ(6),
    "submitted_at" TIMESTAMPTZ(6),
    "active_ms" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "judgment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "seat_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "protocol_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "client_id" UUID NOT NULL,
    "answer" JSONB NOT NULL,

    CONSTRAINT "judgment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "person_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "body" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "active_ms" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("person_id","item_id")
);

-- CreateTable
CREATE TABLE "decline" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "item_id" UUID NOT NULL,
    "reason" "decline_reason" NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "decline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "adjudication" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "item_id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "points" JSONB NOT NULL,
    "person_id" UUID,
    "hand_role" "hand_role",
    "lease_until" TIMESTAMPTZ(6),
    "settled_at" TIMESTAMPTZ(6),
    "active_ms" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "adjudication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "item_id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "protocol_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "usable" BOOLEAN NOT NULL DEFAULT true,
    "answer" JSONB,
    "rationale" TEXT NOT NULL DEFAULT '',
    "cause" "cause",
    "adjudication_id" UUID,
    "decided_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unsealing" (
    "item_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unsealing_pkey" PRIMARY KEY ("item_id","person_id")
);

-- CreateTable
CREATE TABLE "thread" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "item_id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "resolved_at" TIMESTAMPTZ(6),

    CONSTRAINT "thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "thread_asker" (
    "thread_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "thread_asker_pkey" PRIMARY KEY ("thread_id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "thread_id" UUID NOT NULL,
    "from_admin" BOOLEAN NOT NULL,
    "body" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "kind" TEXT NOT NULL,
    "study_id" UUID,
    "item_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_actor" (
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "audit_actor_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "audit_link" (
    "position" BIGINT NOT NULL,
    "event_id" UUID NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "position" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_study_id_idx" ON "invitation"("study_id");

-- CreateIndex
CREATE INDEX "membership_person_id_idx" ON "membership"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "study_slug_key" ON "study"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "protocol_study_id_number_key" ON "protocol"("study_id", "number");

-- CreateIndex
CREATE INDEX "picture_study_id_idx" ON "picture"("study_id");

-- CreateIndex
CREATE INDEX "import_study_id_created_at_idx" ON "import"("study_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "batch_study_id_name_key" ON "batch"("study_id", "name");

-- CreateIndex
CREATE INDEX "item_study_id_text_hash_idx" ON "item"("study_id", "text_hash");

-- CreateIndex
CREATE INDEX "item_study_id_stage_idx" ON "item"("study_id", "stage");

-- CreateIndex
CREATE INDEX "item_batch_id_stage_idx" ON "item"("batch_id", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "item_study_id_external_id_key" ON "item"("study_id", "external_id");

-- CreateIndex
CREATE INDEX "hand_person_id_role_idx" ON "hand"("person_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "hand_item_id_person_id_role_key" ON "hand"("item_id", "person_id", "role");

-- CreateIndex
CREATE INDEX "seat_person_id_submitted_at_idx" ON "seat"("person_id", "submitted_at");

-- CreateIndex
CREATE UNIQUE INDEX "seat_item_id_round_letter_key" ON "seat"("item_id", "round", "letter");

-- CreateIndex
CREATE UNIQUE INDEX "seat_item_id_round_person_id_key" ON "seat"("item_id", "round", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "judgment_client_id_key" ON "judgment"("client_id");

-- CreateIndex
CREATE INDEX "judgment_item_id_idx" ON "judgment"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "judgment_seat_id_revision_key" ON "judgment"("seat_id", "revision");

-- CreateIndex
CREATE INDEX "decline_item_id_idx" ON "decline"("item_id");

-- CreateIndex
CREATE INDEX "adjudication_study_id_settled_at_idx" ON "adjudication"("study_id", "settled_at");

-- CreateIndex
CREATE INDEX "adjudication_person_id_idx" ON "adjudication"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_adjudication_id_key" ON "verdict"("adjudication_id");

-- CreateIndex
CREATE INDEX "verdict_study_id_idx" ON "verdict"("study_id");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_item_id_version_key" ON "verdict"("item_id", "version");

-- CreateIndex
CREATE INDEX "thread_study_id_resolved_at_idx" ON "thread"("study_id", "resolved_at");

-- CreateIndex
CREATE INDEX "thread_asker_person_id_idx" ON "thread_asker"("person_id");

-- CreateIndex
CREATE INDEX "message_thread_id_at_idx" ON "message"("thread_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_study_id_at_idx" ON "audit_event"("study_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_item_id_idx" ON "audit_event"("item_id");

-- CreateIndex
CREATE INDEX "audit_actor_person_id_idx" ON "audit_actor"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_event_id_key" ON "audit_link"("event_id");

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "profile" ADD CONSTRAINT "profile_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conflict_of_interest" ADD CONSTRAINT "conflict_of_interest_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "protocol" ADD CONSTRAINT "protocol_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "picture" ADD CONSTRAINT "picture_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch" ADD CONSTRAINT "batch_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_pool" ADD CONSTRAINT "batch_pool_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lane" ADD CONSTRAINT "lane_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item" ADD CONSTRAINT "item_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seal" ADD CONSTRAINT "seal_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand" ADD CONSTRAINT "hand_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hand" ADD CONSTRAINT "hand_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seat" ADD CONSTRAINT "seat_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgment" ADD CONSTRAINT "judgment_seat_id_fkey" FOREIGN KEY ("seat_id") REFERENCES "seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgment" ADD CONSTRAINT "judgment_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "judgment" ADD CONSTRAINT "judgment_protocol_id_fkey" FOREIGN KEY ("protocol_id") REFERENCES "protocol"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decline" ADD CONSTRAINT "decline_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "adjudication" ADD CONSTRAINT "adjudication_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_protocol_id_fkey" FOREIGN KEY ("protocol_id") REFERENCES "protocol"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict" ADD CONSTRAINT "verdict_adjudication_id_fkey" FOREIGN KEY ("adjudication_id") REFERENCES "adjudication"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unsealing" ADD CONSTRAINT "unsealing_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread" ADD CONSTRAINT "thread_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "item"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "thread_asker" ADD CONSTRAINT "thread_asker_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_actor" ADD CONSTRAINT "audit_actor_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "audit_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_link" ADD CONSTRAINT "audit_link_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "audit_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

