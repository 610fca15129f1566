create function cogo.location_tenant(location text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  -- local:<tenant>/<sha256>, storage:<bucket>/<tenant>/<sha256>; empty for what is older.
  return coalesce(substring(location_tenant.location from '([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/[0-9a-f]{64}$'), '');
end;
$$;

comment on function cogo.location_tenant(text) is 'In whose folder the bytes of an artifact are; empty where they are in nobody''s.';

revoke execute on function cogo.location_tenant(text) from public;
