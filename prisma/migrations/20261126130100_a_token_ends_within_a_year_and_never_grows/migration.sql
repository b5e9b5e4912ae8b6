-- What a token is good for, and for how long, is decided when it is made; afterwards it can only be used and revoked.
alter table access_token
  add constraint access_token_ends_within_a_year check (expires_at <= created_at + interval '366 days'),
  add constraint access_token_is_a_sha256 check (octet_length(token_hash) = 32);

create function token_never_grows() returns trigger language plpgsql as $$ begin
  if (new.person_id, new.token_hash, new.scopes, new.created_at, new.expires_at) is distinct from
     (old.person_id, old.token_hash, old.scopes, old.created_at, old.expires_at) or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at) then
    raise exception 'access_token is immutable' using errcode = 'restrict_violation', constraint = 'access_token_is_immutable';
  end if;
  return new;
end $$;
create trigger access_token_never_grows before update on access_token for each row execute function token_never_grows();
