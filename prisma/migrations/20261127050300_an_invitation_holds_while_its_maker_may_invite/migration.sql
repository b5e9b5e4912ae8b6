-- Somebody who is about to be shut out could leave a link behind that makes another of them.

/** Whether somebody may invite now: an owner whom they like and to what they like, an admin to their study, none to be an owner. `maker` null: the installation itself. */
create function may_invite(maker uuid, wanted_study uuid, as_owner boolean) returns boolean language sql stable security definer set search_path = public as $$
  select maker is null or exists (select from person p where p.id = maker and p.deactivated_at is null
    and (p.owner or (not as_owner and exists (select from membership m where m.person_id = p.id and m.study_id = wanted_study and m.role = 'admin'))))
$$;
revoke execute on function may_invite from public;
grant execute on function may_invite to doubleread_app;
