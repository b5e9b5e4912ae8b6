/**
 * The viewer's next seat: the longest held that is not among the known ones, else, for whoever holds fewer than `most_held`,
 * one of the pool, recorded as claimed; null when nothing waits for them. Runs with the caller's rights, so that it sees no
 * more than they do. Locks: as claim_seat.
 */
create function take_seat(wanted_study uuid, known uuid[], most_held int, lease interval) returns uuid
language plpgsql set search_path = public as $$
declare me uuid := viewer_id(); held uuid[]; taken uuid; begin
  held := array(select s.id from seat s join batch b on b.id = s.batch_id and b.state = 'open'
    where s.person_id = me and s.submitted_at is null and (wanted_study is null or s.study_id = wanted_study) order by s.claimed_at);
  select h.id into taken from unnest(held) with ordinality h(id, place) where h.id <> all (known) order by h.place limit 1;
  if taken is not null or cardinality(held) >= most_held then return taken; end if;
  taken := claim_seat(me, wanted_study, lease);
  perform record_event(me, 'seat-claimed', s.study_id, s.item_id, jsonb_build_object('seat', s.id)) from seat s where s.id = taken;
  return taken;
end $$;
revoke execute on function take_seat from public;
grant execute on function take_seat to doubleread_app;
