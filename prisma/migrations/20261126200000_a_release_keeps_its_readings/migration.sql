-- The readings of a released item stand beside its record, under the release's own pseudonyms, so that every file of a release
-- can be made again from the release alone, whatever happens to the study.
alter table release_item add column readings text;
alter table release_item add constraint release_item_tombstone_has_no_readings check (record is not null or readings is null);

-- Files list items by the bytes of their ids, the same on every server; so does the index that gives them in that order.
create index release_item_in_order on release_item (release_id, split, external_id collate "C");

-- Pieces are read by range and hold what is compressed already or is to be sent as it is.
alter table release_chunk alter column bytes set storage external;

/** Whether the viewer has been given labels of an item, by a download or by answering about a prediction on it. Cheap for who never was. */
create function knows_verdict(person uuid, wanted uuid) returns boolean language sql stable security definer set search_path = public as $$
  select (exists (select from download d where d.person_id = knows_verdict.person)
      and exists (select from release_item ri join download d on d.release_id = ri.release_id and d.split = ri.split
        where ri.item_id = wanted and ri.record is not null and d.person_id = knows_verdict.person))
    or exists (select from span_question q where q.item_id = wanted and q.person_id = knows_verdict.person)
$$;
revoke execute on function knows_verdict from public;
grant execute on function knows_verdict to doubleread_app;
create index span_question_item on span_question (item_id);
