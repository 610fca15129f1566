create function cogo.count_permits(hashes uuid[], mine uuid[], rules jsonb, taken uuid[])
returns table (
  ordinal integer, locked boolean, paused boolean, free integer, due_at timestamptz, pace interval, burst interval, head bigint
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select
    item.ordinal::integer, item.hash = any(count_permits.mine), rule.paused,
    case when rule.max_running is null then 2147483647 else rule.max_running - (
      case rule.scope
        when 'type' then (select count(*) from cogo.held where held.type_hash = item.hash)
        when 'tenant' then (select count(*) from cogo.held where held.tenant_hash = item.hash)
        else (select count(*) from cogo.held where held.key_hash = item.hash)
      end
    )::integer - coalesce(cardinality(array_positions(count_permits.taken, item.hash)), 0) end,
    known.due_at,
    make_interval(secs => rule.rate_seconds::double precision / rule.rate_count),
    make_interval(secs => rule.rate_seconds::double precision / rule.rate_count * (rule.rate_count - 1)),
    (select first.job_id from cogo.key_queue as first where first.limit_hash = item.hash order by first.job_id limit 1)
  from unnest(count_permits.hashes) with ordinality as item (hash, ordinal)
  cross join lateral (
    select coalesce(told ->> 'scope', 'key') as scope, coalesce((told ->> 'paused')::boolean, false) as paused,
      (told ->> 'max_running')::integer as max_running, (told ->> 'rate_count')::integer as rate_count,
      (told ->> 'rate_seconds')::integer as rate_seconds
    from (select count_permits.rules -> item.hash::text as told) as given
  ) as rule
  left join cogo.permit_locks as known on known.limit_hash = item.hash
  order by item.ordinal;
end;
$$;

comment on function cogo.count_permits(uuid[], uuid[], jsonb, uuid[]) is
  'What each limit still allows: permits that are free, when its rate allows the next job, and which job of a strict key comes first.';

revoke execute on function cogo.count_permits(uuid[], uuid[], jsonb, uuid[]) from public;
