create function cogo.spend_summary(tenant_id uuid, since_hours integer)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  tenant uuid := cogo.acting_tenant(spend_summary.tenant_id);
  since timestamptz;
begin
  if spend_summary.since_hours is null or spend_summary.since_hours not between 1 and 8784 then
    perform cogo.refuse_argument('since_hours', 'it must be from 1 to 8784');
  end if;
  since := date_trunc('hour', at, 'UTC') - make_interval(hours => spend_summary.since_hours - 1);
  return jsonb_build_object(
    'at', at, 'since', since, 'budgets', cogo.list_budgets(tenant),
    'models', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'model_id', used.model_id, 'provider', model.provider, 'model', coalesce(model.model, case used.model_id when 0 then 'leases' end),
        'requests', used.requests, 'input_tokens', used.input_tokens, 'cache_read_tokens', used.cache_read_tokens,
        'cache_write_tokens', used.cache_write_tokens, 'output_tokens', used.output_tokens, 'cost_nano', used.cost_nano
      ) order by used.cost_nano desc, used.model_id), '[]')
      from (
        select counter.model_id, sum(counter.requests) as requests, sum(counter.input_tokens) as input_tokens,
          sum(counter.cache_read_tokens) as cache_read_tokens, sum(counter.cache_write_tokens) as cache_write_tokens,
          sum(counter.output_tokens) as output_tokens, sum(counter.cost_nano) as cost_nano
        from cogo.usage_counters as counter
        where counter.hour >= since and (tenant is null or counter.tenant_id = tenant)
        group by counter.model_id
      ) as used
      left join cogo.llm_models as model on model.model_id = used.model_id
    )
  );
end;
$$;

comment on function cogo.spend_summary(uuid, integer) is
  'Budgets with their forecast, and what each model used and cost in the last hours, as far as it was rolled up. An agent sees its tenant. Errors: bad_argument (400), not_an_agent (401).';

revoke execute on function cogo.spend_summary(uuid, integer) from public;
grant execute on function cogo.spend_summary(uuid, integer) to authenticated, service_role;
