-- Whoever asked the admins is told of the answer wherever they are, also when the item has long left their hands.
alter table thread_asker add column seen_at timestamptz;
/** The viewer has read their own thread on an item. */
create function see_answers(item uuid) returns void language sql security definer set search_path = public as $$
  update thread_asker a set seen_at = now() from thread t where t.id = a.thread_id and t.item_id = see_answers.item and a.person_id = viewer_id()
$$;
revoke execute on function see_answers from public;
grant execute on function see_answers to doubleread_app;
