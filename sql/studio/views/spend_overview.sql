create view cogo.spend_overview with (security_invoker = true) as
select
  used.day,
  used.tenant_id,
  model.provider,
  coalesce(model.model, case used.model_id when 0 then '(budget leases)' end) as model,
  used.requests,
  used.input_tokens,
  used.output_tokens,
  used.cached_tokens,
  round(used.cost_nano / 1000000000.0, 6) as dollars
from (
  select
    (counter.hour at time zone 'UTC')::date as day, counter.tenant_id, counter.model_id, sum(counter.requests)::bigint as requests,
    sum(counter.input_tokens)::bigint as input_tokens, sum(counter.output_tokens)::bigint as output_tokens,
    sum(counter.cache_read_tokens)::bigint as cached_tokens, sum(counter.cost_nano) as cost_nano
  from cogo.usage_counters as counter
  -- Asked once, so that the hour's index is of use.
  where counter.hour >= (select date_trunc('day', cogo.now_(), 'UTC') - interval '30 days')
  group by 1, 2, 3
) as used
left join cogo.llm_models as model on model.model_id = used.model_id;

comment on view cogo.spend_overview is
  'What each tenant used and paid per day (UTC) and model in the last 31 days, for people; rolled up every few seconds. Budgets: select api.list_budgets().';
comment on column cogo.spend_overview.day is 'A day in UTC.';
comment on column cogo.spend_overview.tenant_id is 'Who used it; zeros = an operator.';
comment on column cogo.spend_overview.provider is 'Who was paid.';
comment on column cogo.spend_overview.model is 'The name that the provider''s API knows.';
comment on column cogo.spend_overview.requests is 'Attempts that were billed.';
comment on column cogo.spend_overview.input_tokens is 'Without those that came from a cache.';
comment on column cogo.spend_overview.output_tokens is 'With reasoning.';
comment on column cogo.spend_overview.cached_tokens is 'Input that was read from a cache.';
comment on column cogo.spend_overview.dollars is 'What it cost by the prices of the time.';
