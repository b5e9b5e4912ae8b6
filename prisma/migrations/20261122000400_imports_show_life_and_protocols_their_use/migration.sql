-- An upload that lives touches its import; one that died is recognised by its age and cleared away at the next.
ALTER TABLE "import" ADD COLUMN "touched_at" TIMESTAMPTZ(6) NOT NULL DEFAULT now();
-- Staged rows need not outlive a crash of the server, the file does: without the write-ahead log staging takes half the time.
ALTER TABLE "import_row" SET UNLOGGED;
CREATE INDEX "judgment_protocol_id_idx" ON "judgment"("protocol_id");

/**
 * How much was judged under each protocol of a study, without names: judgments ever given, and the items that could be
 * read again because a judgment that counts today was given under it.
 */
create function study_protocol_use(wanted uuid) returns table (protocol_id uuid, judgments int, items int)
language sql stable security definer set search_path = public as $$
  select j.protocol_id, count(*)::int,
    (count(distinct j.item_id) filter (where j.revision = j.last and s.round = i.round and s.submitted_at is not null
      and i.stage in ('reading', 'adjudicating', 'closed')))::int
  from (select *, max(revision) over (partition by seat_id) as last from judgment where study_id = wanted) j
  join seat s on s.id = j.seat_id join item i on i.id = j.item_id
  where wanted = any (viewer_studies('admin')) group by j.protocol_id
$$;
revoke execute on function study_protocol_use from public;
grant execute on function study_protocol_use to doubleread_app;
