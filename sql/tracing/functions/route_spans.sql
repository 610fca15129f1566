create function cogo.route_spans(trace text, tenant_id uuid, job_ids bigint[])
returns table (
  span_id text, parent_span_id text, under_job bigint, name text, kind text, started_at timestamptz, ended_at timestamptz,
  status text, attributes jsonb
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with decision as materialized (
    (
      select made.* from cogo.routing_decisions as made
      where made.traceparent is not null and substr(made.traceparent, 4, 32) = route_spans.trace
        and made.tenant_id = route_spans.tenant_id
      order by made.at limit 201
    )
    union
    (
      select made.* from cogo.routing_decisions as made
      where made.job_id is not null and made.job_id = any(route_spans.job_ids) and made.tenant_id = route_spans.tenant_id
      order by made.at limit 201
    )
  )
  select
    cogo.span_id(made.decision_id || ':route'), substr(made.traceparent, 37, 16), made.job_id,
    'route ' || coalesce(made.context ->> 'service', 'chat'), 'internal', made.at, made.at, 'ok',
    jsonb_strip_nulls(jsonb_build_object(
      'cogo.decision.id', made.decision_id, 'cogo.decision.candidates', cardinality(made.candidates),
      'cogo.policy.id', made.policy_id, 'gen_ai.request.model', made.context ->> 'intended_model', 'cogo.job.id', made.job_id
    ))
  from decision as made
  union all
  select
    cogo.span_id(made.decision_id || ':attempt:' || held.attempt), cogo.span_id(made.decision_id || ':route'), null,
    coalesce(made.context ->> 'service', 'chat') || ' ' || coalesce(model.model, 'model ' || held.model_id), 'client',
    coalesce(held.opened_at, held.created_at),
    case
      when outcome.total_ms is not null then coalesce(held.opened_at, held.created_at) + outcome.total_ms * interval '1 millisecond'
      when outcome.decision_id is not null then outcome.settled_at
      when held.state = 'freed' then coalesce(held.opened_at, held.created_at)
    end,
    case outcome.status when 'succeeded' then 'ok' when 'failed' then 'error' else 'unset' end,
    jsonb_strip_nulls(jsonb_build_object(
      'cogo.decision.id', made.decision_id, 'cogo.decision.attempt', held.attempt, 'gen_ai.operation.name', made.context ->> 'service',
      'gen_ai.provider.name', model.provider, 'gen_ai.request.model', model.model,
      'http.response.status_code', outcome.http_status, 'cogo.outcome', coalesce(outcome.status, held.state),
      'gen_ai.usage.input_tokens', outcome.usage -> 'input_tokens', 'gen_ai.usage.output_tokens', outcome.usage -> 'output_tokens',
      'cogo.usage.cache_read_tokens', outcome.usage -> 'cache_read_tokens', 'cogo.cost_nano', outcome.cost_nano,
      'cogo.cost_is_estimate', nullif(outcome.is_estimate, false), 'cogo.first_token_ms', outcome.first_token_ms
    ))
  from decision as made
  join cogo.reservations as held on held.decision_id = made.decision_id
  left join cogo.llm_models as model on model.model_id = held.model_id
  left join cogo.routing_outcomes as outcome on outcome.decision_id = held.decision_id and outcome.attempt = held.attempt;
end;
$$;

comment on function cogo.route_spans(text, uuid, bigint[]) is
  'Calls of models as spans: the choice, and under it each attempt with its model, tokens and cost; of decisions that carry the trace or name one of the jobs.';

revoke execute on function cogo.route_spans(text, uuid, bigint[]) from public;
