create function cogo.job_limits(job_ids bigint[], attempts smallint[])
returns table (
  ordinal integer, job_id bigint, tenant_id uuid, lane_id smallint, attempt smallint,
  key_hash uuid, type_hash uuid, tenant_hash uuid, limits jsonb
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select
    item.ordinal::integer, job.id, job.tenant_id, job.lane_id, item.attempt,
    key_rule.hash, type_rule.hash, tenant_rule.hash,
    coalesce(key_rule.allowance, '{}') || coalesce(type_rule.allowance, '{}') || coalesce(tenant_rule.allowance, '{}')
  from unnest(job_limits.job_ids, job_limits.attempts) with ordinality as item (job_id, attempt, ordinal)
  join cogo.jobs as job on job.id = item.job_id
  left join lateral (
    select named.hash, jsonb_build_object(named.hash, jsonb_build_object(
      'scope', 'key', 'max_running', coalesce(own.max_running, (cogo.resolve_job_type(job.type)).key_limit),
      'rate_count', own.rate_count, 'rate_seconds', own.rate_seconds
    )) as allowance
    from (select cogo.limit_hash('key', job.tenant_id, job.concurrency_key) as hash) as named
    left join cogo.limits as own
      on own.scope = 'key' and own.name = job.concurrency_key and own.tenant_id = job.tenant_id
    where job.concurrency_key is not null
  ) as key_rule on true
  left join lateral (
    select named.hash, jsonb_build_object(named.hash, to_jsonb(rule)) as allowance
    from (
      select * from cogo.limits where scope = 'type' and name = any(cogo.type_patterns(job.type)) order by length(name) desc limit 1
    ) as rule, lateral (select cogo.limit_hash('type', null, rule.name) as hash) as named
  ) as type_rule on true
  left join lateral (
    select named.hash, jsonb_build_object(named.hash, to_jsonb(rule)) as allowance
    from (
      select * from cogo.limits
      where scope = 'tenant' and (limits.tenant_id = job.tenant_id or limits.tenant_id is null)
      order by limits.tenant_id nulls last limit 1
    ) as rule, lateral (select cogo.limit_hash('tenant', job.tenant_id, null) as hash) as named
  ) as tenant_rule on true
  order by item.ordinal;
end;
$$;

comment on function cogo.job_limits(bigint[], smallint[]) is
  'Which limits each job of a claim stands under, with what they allow, by their hash.';

revoke execute on function cogo.job_limits(bigint[], smallint[]) from public;
