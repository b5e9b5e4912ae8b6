-- How a batch's items were chosen (filter, how many, in which order, seed), so that a random choice can be made again.
ALTER TABLE "batch" ADD COLUMN "selection" JSONB NOT NULL DEFAULT '{}';

-- What a study's pseudonyms are made from. Nobody but the function below reads it: the application's role has no right to it.
CREATE TABLE "study_secret" (
    "study_id" UUID NOT NULL,
    "secret" BYTEA NOT NULL,

    CONSTRAINT "study_secret_pkey" PRIMARY KEY ("study_id")
);
ALTER TABLE "study_secret" ADD CONSTRAINT "study_secret_study_id_fkey" FOREIGN KEY ("study_id") REFERENCES "study"("id") ON DELETE CASCADE ON UPDATE CASCADE;
alter table study_secret enable row level security;

create function keep_study_secret() returns trigger language plpgsql security definer set search_path = public as $$ begin
  insert into study_secret (study_id, secret) values (new.id, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
  return null;
end $$;
create trigger keep_study_secret after insert on study for each row execute function keep_study_secret();
insert into study_secret (study_id, secret) select id, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) from study;

/** The same person has the same pseudonym throughout a study and an unrelated one in the next. Only for the unblinded door. */
create function reader_pseudonym(study uuid, person uuid) returns text language sql stable security definer set search_path = public as $$
  select 'R-' || upper(substr(encode(sha256(s.secret || sha256(s.secret || uuid_send(person))), 'hex'), 1, 10))
  from study_secret s where s.study_id = study and is_system()
$$;

/** Readings handed in, per batch and day of a time zone, without names. */
create function batch_submissions_per_day(wanted uuid, zone text) returns table (batch_id uuid, day date, submissions int)
language sql stable security definer set search_path = public as $$
  select s.batch_id, (s.submitted_at at time zone zone)::date, count(*)::int from seat s
  where s.study_id = wanted and s.submitted_at is not null and wanted = any (viewer_studies('admin')) group by 1, 2 order by 1, 2
$$;
revoke execute on function reader_pseudonym, batch_submissions_per_day from public;
grant execute on function reader_pseudonym, batch_submissions_per_day to doubleread_app;
