create function cogo.list_for(tenant_id uuid, ask jsonb, seed bigint, at timestamptz)
returns cogo.route_lists
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  list cogo.route_lists;
  ticket integer := case when ask ? 'session'
    then ('x' || left(ask ->> 'session', 8))::bit(32)::bigint & 1048575 else seed & 1048575 end * 10000::bigint >> 20;
  wanted_size text := (cogo.size_class((ask -> 'context_tokens')::bigint + coalesce((ask -> 'max_output_tokens')::bigint, 0))).name;
begin
  for turn in 1 .. 2 loop
    -- Its own policy before the default tenant's, of those with a live one; of each the canary, for tickets below its share, before the live one.
    select known.* into list
    from (
      select policy.policy_id, case when ask ? 'domain_tags' then cogo.policy_task(policy.body, ask -> 'domain_tags') else '*' end as task
      from cogo.routing_policies as policy
      where policy.tenant_id = any (array[list_for.tenant_id, cogo.default_tenant()])
        and (policy.state = 'live' or (
          policy.state = 'canary' and ticket < (policy.body -> 'canary_percent')::real * 100
          and exists (select from cogo.routing_policies as live where live.tenant_id = policy.tenant_id and live.state = 'live')
        ))
      order by policy.tenant_id <> list_for.tenant_id, policy.state
      limit 1
    ) as serving
    join cogo.route_lists as known on known.policy_id = serving.policy_id and known.task = serving.task
    where known.service = ask ->> 'service' and known.size_class = wanted_size and known.retired_at is null;
    exit when found or turn = 2;
    -- The first call needs no set-up, and a list that the tick has not made is made now.
    if not exists (
      select from cogo.routing_policies as policy
      where policy.tenant_id = any (array[list_for.tenant_id, cogo.default_tenant()]) and policy.state = 'live'
    ) then
      perform cogo.serve_default(list_for.at);
    end if;
    perform cogo.refresh_lists(list_for.at);
  end loop;
  return list;
end;
$$;

comment on function cogo.list_for(uuid, jsonb, bigint, timestamptz) is
  'The current list to choose from: of the policy that serves the tenant, of the first tag that it knows as a task, and of the request''s size. A session sees the canary or never does; others by chance.';

revoke execute on function cogo.list_for(uuid, jsonb, bigint, timestamptz) from public;
