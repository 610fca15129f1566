create function api.remove_inbound_hook(name text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  return cogo.remove_inbound_hook(remove_inbound_hook.name);
end;
$$;

comment on function api.remove_inbound_hook(text) is
  'Removes an inbound hook: {removed}. For operators. No errors.';

revoke execute on function api.remove_inbound_hook(text) from public;
grant execute on function api.remove_inbound_hook(text) to service_role;
