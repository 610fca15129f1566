create function cogo.job_limits(job_ids bigint[])
returns table (
  ordinal integer, scope text, hash uuid, max_running integer, rate_count integer, rate_seconds integer, paused boolean
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  with body as materialized (
    select item.ordinal, job.type, job.tenant_id, job.concurrency_key
    from unnest(job_limits.job_ids) with ordinality as item (job_id, ordinal) join cogo.jobs as job on job.id = item.job_id
  ),
  kind as materialized (
    select each_type.type, cogo.type_patterns(each_type.type) as patterns, (cogo.resolve_job_type(each_type.type)).key_limit
    from (select distinct body.type from body) as each_type
  ),
  owner as materialized (
    select distinct body.tenant_id, cogo.limit_hash('tenant', body.tenant_id, null) as hash from body
  ),
  -- A row that only pauses stops what it matches, but hides no limit that stands farther away.
  typed as (
    select kind.type, rule.name, rule.max_running, rule.rate_count, rule.rate_seconds, rule.paused,
      rule.max_running is not null or rule.rate_count is not null as limits,
      row_number() over (partition by kind.type, rule.max_running is null and rule.rate_count is null order by length(rule.name) desc) as place
    from kind join cogo.limits as rule on rule.scope = 'type' and rule.name = any(kind.patterns)
  ),
  owned as (
    select owner.tenant_id, owner.hash, rule.*
    from owner cross join lateral (
      select
        (array_agg(near.max_running order by near.tenant_id nulls last) filter (where near.limits))[1] as max_running,
        (array_agg(near.rate_count order by near.tenant_id nulls last) filter (where near.limits))[1] as rate_count,
        (array_agg(near.rate_seconds order by near.tenant_id nulls last) filter (where near.limits))[1] as rate_seconds,
        bool_or(near.paused) as paused
      from (
        select own.*, own.max_running is not null or own.rate_count is not null as limits
        from cogo.limits as own where own.scope = 'tenant' and own.name is null and own.tenant_id = owner.tenant_id
        union all
        select each_one.*, each_one.max_running is not null or each_one.rate_count is not null
        from cogo.limits as each_one where each_one.scope = 'tenant' and each_one.name is null and each_one.tenant_id is null
      ) as near
    ) as rule
    where rule.paused is not null
  )
  select body.ordinal::integer, 'key', cogo.limit_hash('key', body.tenant_id, body.concurrency_key),
    coalesce(own.max_running, kind.key_limit), own.rate_count, own.rate_seconds, false
  from body join kind on kind.type = body.type
  left join cogo.limits as own on own.scope = 'key' and own.name = body.concurrency_key and own.tenant_id = body.tenant_id
  where body.concurrency_key is not null
  union all
  select body.ordinal::integer, 'type', cogo.limit_hash('type', null, typed.name),
    case when typed.place = 1 then typed.max_running end, case when typed.place = 1 then typed.rate_count end,
    case when typed.place = 1 then typed.rate_seconds end, typed.paused
  from body join typed on typed.type = body.type
  where typed.paused or (typed.limits and typed.place = 1)
  union all
  select body.ordinal::integer, 'tenant', owned.hash, owned.max_running, owned.rate_count, owned.rate_seconds, owned.paused
  from body join owned on owned.tenant_id = body.tenant_id;
end;
$$;

comment on function cogo.job_limits(bigint[]) is
  'Which limits the jobs of a claim stand under, a row for each job and limit: its key, the nearest of its type and of its tenant, and each pause that matches.';

revoke execute on function cogo.job_limits(bigint[]) from public;
