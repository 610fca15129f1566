create function cogo.set_fairness(executor text, fair_window integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  changed integer;
begin
  update cogo.lanes as lane set fair_window = set_fairness.fair_window where lane.executor = set_fairness.executor;
  get diagnostics changed = row_count;
  if changed = 0 then
    perform cogo.refuse_argument('executor', format('no lane is open for %L', set_fairness.executor));
  end if;
  insert into cogo.backlog_turns (lane_id, tenant_id)
  select lane.lane_id, '00000000-0000-0000-0000-000000000000' from cogo.lanes as lane where lane.executor = set_fairness.executor
  on conflict do nothing;
  return changed;
exception
  when check_violation then
    perform cogo.refuse_argument('fair_window', 'it must be 1 to 100000, or null for first in, first out');
    return null;
end;
$$;

comment on function cogo.set_fairness(text, integer) is
  'Lets tenants of an executor take turns, with a window of ready jobs per lane; null ends that. Answers how many lanes changed.';

revoke execute on function cogo.set_fairness(text, integer) from public;
grant execute on function cogo.set_fairness(text, integer) to service_role;
