create function cogo.roll_usage(row_limit integer default 20000)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  rolled integer;
  told jsonb;
begin
  with due as materialized (
    select known.* from cogo.routing_outcomes as known
    where not known.is_counted
    order by known.settled_at limit roll_usage.row_limit
    for update skip locked
  ),
  marked as (
    update cogo.routing_outcomes as known set is_counted = true, counted_nano = due.cost_nano
    from due where known.decision_id = due.decision_id and known.attempt = due.attempt
    returning 1
  ),
  added as (
    insert into cogo.usage_counters as counter
    select due.tenant_id, due.model_id, date_trunc('hour', due.settled_at, 'UTC') as hour,
      -- What was counted before is a booking that was replaced: it had no usage.
      count(*) filter (where due.counted_nano is null),
      coalesce(sum((due.usage ->> 'input_tokens')::bigint), 0),
      coalesce(sum((due.usage ->> 'cache_read_tokens')::bigint), 0),
      coalesce(sum((due.usage ->> 'cache_write_tokens')::bigint + (due.usage ->> 'cache_write_1h_tokens')::bigint), 0),
      coalesce(sum((due.usage ->> 'output_tokens')::bigint), 0),
      coalesce(sum((due.usage ->> 'reasoning_tokens')::bigint), 0),
      sum(due.cost_nano - coalesce(due.counted_nano, 0))
    from due
    group by due.tenant_id, due.model_id, hour
    order by due.tenant_id, due.model_id, hour
    on conflict (tenant_id, hour, model_id) do update set
      requests = counter.requests + excluded.requests,
      input_tokens = counter.input_tokens + excluded.input_tokens,
      cache_read_tokens = counter.cache_read_tokens + excluded.cache_read_tokens,
      cache_write_tokens = counter.cache_write_tokens + excluded.cache_write_tokens,
      output_tokens = counter.output_tokens + excluded.output_tokens,
      reasoning_tokens = counter.reasoning_tokens + excluded.reasoning_tokens,
      cost_nano = counter.cost_nano + excluded.cost_nano
    returning 1
  )
  select (select count(*)::integer from marked), jsonb_agg(to_jsonb(line)) into rolled, told
  from (
    select due.tenant_id, due.model_id, date_trunc('minute', due.settled_at, 'UTC') as at,
      count(*) filter (where due.counted_nano is null) as requests,
      coalesce(sum((due.usage ->> 'input_tokens')::bigint), 0) as input,
      coalesce(sum((due.usage ->> 'cache_read_tokens')::bigint), 0) as cache_read,
      coalesce(sum((due.usage ->> 'cache_write_tokens')::bigint + (due.usage ->> 'cache_write_1h_tokens')::bigint), 0) as cache_write,
      coalesce(sum((due.usage ->> 'output_tokens')::bigint), 0) as output,
      sum(due.cost_nano - coalesce(due.counted_nano, 0)) as cost_nano
    from due group by due.tenant_id, due.model_id, 3
  ) as line;
  perform cogo.fold_usage(told);
  return rolled;
end;
$$;

comment on function cogo.roll_usage(integer) is
  'Adds outcomes that are not counted, or are billed anew, to cogo.usage_counters, each exactly once. Answers how many.';

revoke execute on function cogo.roll_usage(integer) from public;
grant execute on function cogo.roll_usage(integer) to service_role;
