create function cogo.decision_quality(since timestamptz, tenant uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  most constant integer := 5000;
  least_id constant uuid := cogo.uuid_v7(decision_quality.since, 0);
  figures jsonb;
begin
  with decided as materialized (
    -- Ids begin with the time: the window is the end of the primary key, or of the tenant's part of its index.
    (
      select known.decision_id
      from cogo.routing_decisions as known
      where decision_quality.tenant is null and known.decision_id >= least_id
      order by known.decision_id desc
      limit most
    )
    union all
    (
      select known.decision_id
      from cogo.routing_decisions as known
      where decision_quality.tenant is not null
        and (known.tenant_id, known.decision_id) >= (decision_quality.tenant, least_id) and known.tenant_id <= decision_quality.tenant
      order by known.tenant_id desc, known.decision_id desc
      limit most
    )
  ),
  answered as (
    select
      coalesce(bool_or(ended.kind = 'succeeded'), false) as worked,
      coalesce(bool_or(ended.kind in ('succeeded', 'failed', 'throttled', 'key_refused')), false) as is_judged
    from decided
    cross join lateral (
      select cogo.outcome_kind(outcome.status, outcome.http_status) as kind
      from cogo.routing_outcomes as outcome
      where outcome.decision_id = decided.decision_id
    ) as ended
    group by decided.decision_id
  )
  select jsonb_build_object(
    'count', count(*) filter (where worked),
    'of', count(*) filter (where is_judged),
    'rate', cogo.pass_rate(count(*) filter (where worked), count(*) filter (where is_judged)),
    'is_capped', (select count(*) = most from decided)
  )
  into figures
  from answered;
  return figures;
end;
$$;

comment on function cogo.decision_quality(timestamptz, uuid) is
  'Of the newest 5,000 routing decisions since a time: how many ended in an answer, on whichever attempt, of those that were tried. Left out: what is open, what the caller gave up or got wrong (4xx), what nobody told.';

revoke execute on function cogo.decision_quality(timestamptz, uuid) from public;
