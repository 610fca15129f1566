create function api.set_fairness(executor text, fair_window integer)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
begin
  return cogo.set_fairness(set_fairness.executor, set_fairness.fair_window);
end;
$$;

comment on function api.set_fairness(text, integer) is
  'Lets tenants take turns in the lanes of an executor: about fair_window jobs are ready at a time, the others wait for their tenants turn. Null = first in, first out. For operators. Errors: bad_argument (400).';

revoke execute on function api.set_fairness(text, integer) from public;
grant execute on function api.set_fairness(text, integer) to service_role;
