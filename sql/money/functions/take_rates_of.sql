create function cogo.take_rates_of(
  subjects text[], tenant_id uuid, agent_id uuid, key_id uuid, tokens bigint, at timestamptz
)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at_ns bigint := (extract(epoch from take_rates_of.at) * 1000000000)::bigint;
  asked bigint[];
  taken bigint[];
begin
  -- A conflict's row is judged under its lock, in the order of the select: leaf first, as all do.
  with nearest as materialized (
    select distinct on (known.scope, known.unit) known.limit_id, known.scope, known.unit, known.max_count,
      known.per_seconds * 1000000000::bigint as span_ns,
      case known.scope when 'agent' then take_rates_of.agent_id when 'key' then take_rates_of.key_id else take_rates_of.tenant_id end as subject_id,
      case known.unit when 'tokens' then greatest(take_rates_of.tokens, 0) else 1 end as wanted
    from cogo.rate_limits as known
    where known.subject = any (take_rates_of.subjects)
    order by known.scope, known.unit, array_position(take_rates_of.subjects, known.subject)
  ),
  rates as (
    insert into cogo.rate_states as rate (limit_id, subject_id, full_at_ns)
    select nearest.limit_id, nearest.subject_id,
      at_ns + floor(nearest.wanted::double precision * nearest.span_ns / nearest.max_count)::bigint
    from nearest
    where nearest.subject_id is not null and nearest.max_count > 0 and nearest.wanted <= nearest.max_count
    order by nearest.scope, nearest.unit
    on conflict (limit_id, subject_id) do update
    set full_at_ns = greatest(rate.full_at_ns, at_ns) + excluded.full_at_ns - at_ns
    where greatest(rate.full_at_ns, at_ns) + excluded.full_at_ns - at_ns <= at_ns
      + (select nearest.span_ns from nearest where nearest.limit_id = excluded.limit_id)
    returning rate.limit_id
  )
  select array(select nearest.limit_id from nearest where nearest.subject_id is not null), array(select rates.limit_id from rates)
  into asked, taken;

  if cardinality(asked) = cardinality(taken) then
    return null;
  end if;
  return cogo.refuse_rates(
    asked, taken, take_rates_of.tenant_id, take_rates_of.agent_id, take_rates_of.key_id, take_rates_of.tokens, at_ns
  );
end;
$$;

comment on function cogo.take_rates_of(text[], uuid, uuid, uuid, bigint, timestamptz) is
  'Takes from the nearest limit of each scope and unit, the most particular subject first, in one statement.';

revoke execute on function cogo.take_rates_of(text[], uuid, uuid, uuid, bigint, timestamptz) from public;
