create function cogo.raise_invalid_credential()
returns void
language plpgsql
set search_path = ''
as $$
begin
  raise sqlstate 'PT401' using
    message = 'Cannot give a token: the credential is not valid', detail = 'invalid_credential',
    hint = 'Check it, its expiry and the agent with who administers the tenant; why is not told here.';
end;
$$;

comment on function cogo.raise_invalid_credential() is
  'One answer to everything that is unknown, wrong, expired, revoked or suspended.';

revoke execute on function cogo.raise_invalid_credential() from public;
