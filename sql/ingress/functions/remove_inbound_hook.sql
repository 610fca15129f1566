create function cogo.remove_inbound_hook(name text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  delete from cogo.inbound_hooks as known where known.name = remove_inbound_hook.name;
  return jsonb_build_object('removed', found);
end;
$$;

comment on function cogo.remove_inbound_hook(text) is
  'Removes an inbound hook; what it enqueued stays.';

revoke execute on function cogo.remove_inbound_hook(text) from public;
grant execute on function cogo.remove_inbound_hook(text) to service_role;
