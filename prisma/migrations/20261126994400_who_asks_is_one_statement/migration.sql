/**
 * Who is behind a session, asked at every request before there is a viewer: no row unless the session is that person's, open, and they
 * are active. Both ids are random and stand in a sealed cookie; whoever has them is who they say.
 */
create function viewer_of_session(wanted uuid, person uuid)
returns table (last_seen_at timestamptz, owner boolean, locale text, theme text, roles jsonb)
language sql stable security definer set search_path = public as $$
  select s.last_seen_at, p.owner, p.locale, p.theme, (select coalesce(jsonb_agg(jsonb_build_array(m.study_id, m.role) order by m.since, m.role), '[]')
    from membership m where m.person_id = p.id)
  from session s join person p on p.id = s.person_id
  where s.id = wanted and s.person_id = viewer_of_session.person and s.revoked_at is null and s.expires_at > now() and p.deactivated_at is null
$$;
revoke execute on function viewer_of_session from public;
grant execute on function viewer_of_session to doubleread_app;
