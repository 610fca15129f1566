create function cogo.take_rates(tenant_id uuid, agent_id uuid, tokens bigint, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
begin
  if not exists (select from cogo.rate_limits) then
    return null;
  end if;
  return cogo.take_rates_of(
    array[
      'tenant:' || take_rates.tenant_id::text, 'tenant:*', 'agent:' || take_rates.tenant_id::text || ':' || take_rates.agent_id::text,
      'agent:' || take_rates.tenant_id::text || ':*', 'agent:*:*'
    ],
    take_rates.tenant_id, take_rates.agent_id, null, take_rates.tokens, take_rates.at
  );
end;
$$;

comment on function cogo.take_rates(uuid, uuid, bigint, timestamptz) is
  'Takes a request and its tokens from the rates of a tenant and an agent, or from none. Null = admitted; else {limit, retry_after_ms}, null = it can never be.';

revoke execute on function cogo.take_rates(uuid, uuid, bigint, timestamptz) from public;
