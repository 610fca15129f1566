create function api.list_keks()
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
begin
  return cogo.list_keks();
end;
$$;

comment on function api.list_keks() is
  'Every KEK by name, its state, and how many keys it wraps. Operators only. No errors.';

revoke execute on function api.list_keks() from public;
grant execute on function api.list_keks() to service_role;
