create function cogo.hold_to_bounds(jobs jsonb, new_ids bigint[], first_ids bigint[], tenant uuid)
returns bigint[]
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  part record;
  bound cogo.tenant_bounds;
  load bigint;
  room bigint;
  over_ids bigint[] := '{}'::bigint[];
begin
  for part in
    select
      fresh.tenant_id, count(*) as jobs,
      array_agg(fresh.job_id order by fresh.job_id) filter (where fresh.is_now) as now_ids
    from (
      select
        item.new_id as job_id, coalesce(hold_to_bounds.tenant, (given.job ->> 'tenant_id')::uuid, cogo.default_tenant()) as tenant_id,
        not jsonb_strip_nulls(given.job) ?| array['run_at', 'delay_seconds', 'after'] as is_now
      from unnest(hold_to_bounds.new_ids, hold_to_bounds.first_ids) with ordinality as item (new_id, first_id, ordinal)
      join jsonb_array_elements(hold_to_bounds.jobs) with ordinality as given (job, ordinal) on given.ordinal = item.ordinal
      where item.first_id = item.new_id
    ) as fresh
    group by fresh.tenant_id
    order by fresh.tenant_id
  loop
    bound := cogo.bound_of(part.tenant_id);
    continue when bound.policy is null;
    load := cogo.tenant_load(part.tenant_id);
    continue when load + part.jobs <= bound.max_open
      and not exists (select from cogo.over_bound as later where later.tenant_id = part.tenant_id);
    if bound.policy = 'refuse' and load + part.jobs > bound.max_open then
      perform cogo.refuse_full_queue(part.tenant_id, part.jobs, load, bound);
    end if;
    continue when bound.policy = 'refuse';
    -- Who comes while others of its tenant wait, waits behind them. What has a time or a need of its own is let pass.
    room := case
      when exists (select from cogo.over_bound as later where later.tenant_id = part.tenant_id) then 0
      else greatest(bound.max_open - load - (part.jobs - coalesce(cardinality(part.now_ids), 0)), 0)
    end;
    over_ids := over_ids || part.now_ids[room + 1:];
  end loop;
  return over_ids;
end;
$$;

comment on function cogo.hold_to_bounds(jsonb, bigint[], bigint[], uuid) is
  'Holds the new jobs of a batch against their tenants'' bounds: refuses the batch, or answers which jobs are to wait in cogo.over_bound. Calls in flight do not see each other, so a bound may be passed by what they bring. Errors: queue_full (429).';

revoke execute on function cogo.hold_to_bounds(jsonb, bigint[], bigint[], uuid) from public;
