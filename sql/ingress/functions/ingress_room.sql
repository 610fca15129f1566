create function cogo.ingress_room(job jsonb, tenant uuid, at timestamptz)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  pool text := ingress_room.job ->> 'executor';
  bound record;
  spent record;
begin
  if pool is null and exists (select from cogo.routes) then
    pool := cogo.routed_executor(ingress_room.job ->> 'type', ingress_room.tenant);
  end if;
  pool := coalesce(pool, (cogo.resolve_job_type(ingress_room.job ->> 'type')).executor);
  bound := cogo.ingress_limit('queue', null);
  if pool is not null and cogo.queue_depth(pool, bound.max_count) > bound.max_count then
    return cogo.ingress_refusal('queue', bound.per_seconds * 1000);
  end if;

  if exists (select from cogo.budgets) then
    select budget.scope, account.closes_at into spent
    from cogo.budgets as budget
    join cogo.budget_windows as account on account.budget_id = budget.budget_id
      and account.opens_at <= ingress_room.at and account.closes_at > ingress_room.at
    where budget.mode = 'hard'
      and account.limit_nano - account.reserved_nano - account.spent_nano - account.debt_nano <= 0
      and budget.subject in (
        'organisation', 'tenant:' || ingress_room.tenant, 'project:' || ingress_room.tenant || ':' || cogo.claim('project_id'),
        'agent:' || ingress_room.tenant || ':' || cogo.caller_agent()
      )
    order by account.closes_at desc limit 1;
    if found then
      return cogo.refusal(
        'budget_exceeded', 402, format('Cannot take the job: the budget of the %s is used up', spent.scope),
        'Wait until the period ends, or have an operator raise the budget: set_budget.',
        jsonb_build_object('scope', 'budget', 'resets_at', nullif(spent.closes_at, 'infinity'), 'retry_after_ms', case
          when spent.closes_at < 'infinity' then ceil(extract(epoch from spent.closes_at - ingress_room.at) * 1000)
        end)
      );
    end if;
  end if;
  return null;
end;
$$;

comment on function cogo.ingress_room(jsonb, uuid, timestamptz) is
  'Whether there is room for a job: in the queue of its executor, and in the budgets that it may be held against. Null = yes, else the refusal. Errors: budget_exceeded (402), overloaded (503).';

revoke execute on function cogo.ingress_room(jsonb, uuid, timestamptz) from public;
