-- What reader_pseudonym says, for admins of the study, who look at how far pairs of its readers agree. Only what their own
-- sight shows (readings of closed items) can be named so; the query never gives the person beside the pseudonym.
create function reader_pseudonym_for_admin(study uuid, person uuid) returns text language sql stable security definer set search_path = public as $$
  select 'R-' || upper(substr(encode(sha256(s.secret || sha256(s.secret || uuid_send(person))), 'hex'), 1, 10))
  from study_secret s where s.study_id = study and study = any (viewer_studies('admin'))
$$;
revoke execute on function reader_pseudonym_for_admin from public;
grant execute on function reader_pseudonym_for_admin to doubleread_app;
