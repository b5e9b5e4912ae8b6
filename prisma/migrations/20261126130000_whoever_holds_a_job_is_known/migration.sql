-- Two workers that think a job theirs are told apart by the claim: only the later one may write.
-- AlterTable
ALTER TABLE "job" ADD COLUMN     "claim" UUID;

alter table job add constraint job_is_claimed_at_work check ((state = 'running') = (claim is not null));

/** Jobs that were made, left or restored with nobody at them; a living one beats. */
create or replace function jobs_unfinished(silent interval) returns table (id uuid, kind text) language sql stable security definer set search_path = public as
  $$ select j.id, j.kind from job j where j.state in ('queued', 'running') and coalesce(j.beat_at, j.created_at) < now() - silent order by j.created_at limit 1000 $$;
