-- Whoever signs in elsewhere has no password to show when they set their first one: that they are themselves is shown by having
-- signed in a moment ago. `proved_at`: when the person showed who they are, by password here or as their organisation's sign-in says.
alter table session add column proved_at timestamptz not null default now();
update session set proved_at = created_at;

/** Whether the viewer has a password here; its hash is for nobody's eyes. */
create function viewer_has_password() returns boolean language sql stable security definer set search_path = public as
  $$ select exists (select from credential where person_id = viewer_id()) $$;
revoke execute on function viewer_has_password from public;
grant execute on function viewer_has_password to doubleread_app;
