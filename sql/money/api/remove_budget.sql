create function api.remove_budget(budget_id bigint)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.remove_budget(remove_budget.budget_id);
end;
$$;

comment on function api.remove_budget(bigint) is
  'Removes a budget; answers whether there was one. For operators. No errors.';

revoke execute on function api.remove_budget(bigint) from public;
grant execute on function api.remove_budget(bigint) to service_role;
