create function cogo.limit_hash(scope text, tenant uuid, name text)
returns uuid
language plpgsql
immutable
set search_path = ''
as $$
begin
  return cogo.short_hash(
    format('%s:%s:%s', limit_hash.scope, coalesce(limit_hash.tenant::text, '*'), coalesce(limit_hash.name, '*'))
  );
end;
$$;

comment on function cogo.limit_hash(text, uuid, text) is
  'The name of a limit in cogo.held, cogo.parked and cogo.permit_locks: the first 16 bytes of a SHA-256.';

revoke execute on function cogo.limit_hash(text, uuid, text) from public;
