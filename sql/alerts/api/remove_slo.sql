create function api.remove_slo(name text)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.remove_slo(remove_slo.name);
end;
$$;

comment on function api.remove_slo(text) is
  'Removes an SLO with its alerts; answers whether there was one. For operators. No errors.';

revoke execute on function api.remove_slo(text) from public;
grant execute on function api.remove_slo(text) to service_role;
