-- A question has no person in it, not even once its item is closed: so the audit trail must not tell the admins either.
drop policy sight on audit_actor;
create policy sight on audit_actor for select using
  (person_id = (select viewer_id())
   or exists (select from audit_event e where e.id = event_id and e.kind <> 'question-asked' and (e.item_id is null or bared_to_viewer(e.item_id))));
