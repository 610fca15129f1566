create function cogo.claim(name text)
returns text
language plpgsql
stable
set search_path = ''
as $$
begin
  return nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> claim.name;
end;
$$;

comment on function cogo.claim(text) is
  'One claim of the caller''s token, or null. Reads request.jwt.claims, so plain Postgres, PGlite and Supabase agree.';

revoke execute on function cogo.claim(text) from public;
grant execute on function cogo.claim(text) to authenticated, service_role;
