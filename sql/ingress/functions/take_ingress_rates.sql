create function cogo.take_ingress_rates(tenant uuid, caller text, address text, at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  scopes constant text[] := array['key', 'tenant', 'address'];
  whom text[] := array[
    take_ingress_rates.tenant || ':' || take_ingress_rates.caller, take_ingress_rates.tenant::text, take_ingress_rates.address
  ];
  asked record;
  buckets uuid[] := '{}'::uuid[];
  taken uuid[];
  steps interval[] := '{}'::interval[];
  spans interval[] := '{}'::interval[];
  names text[] := '{}'::text[];
  missing record;
begin
  for place in 1 .. 3 loop
    continue when whom[place] is null;
    asked := cogo.ingress_limit(scopes[place], take_ingress_rates.tenant);
    if asked.max_count = 0 then
      return cogo.ingress_refusal(scopes[place], asked.per_seconds * 1000);
    end if;
    buckets := buckets || cogo.short_hash('ingress:' || scopes[place] || ':' || whom[place]);
    steps := steps || make_interval(secs => asked.per_seconds::double precision / asked.max_count);
    spans := spans || make_interval(secs => asked.per_seconds);
    names := names || scopes[place];
  end loop;

  -- A look without a lock first: a flood that is refused waits for nobody and writes nothing.
  select item.name, item.bucket, rate.full_at + item.step - at - item.span as wait, item.step, item.span into missing
  from unnest(buckets, steps, spans, names) as item (bucket, step, span, name)
  join cogo.ingress_rates as rate on rate.bucket = item.bucket
  where rate.full_at + item.step > at + item.span
  order by 2 desc limit 1;
  if found then
    -- Further ahead than it can be used: the limit was raised, or the clock went back. All is used now, and refills from here.
    if missing.wait > missing.step + interval '10 seconds' then
      update cogo.ingress_rates as rate set full_at = at + missing.span
      where rate.bucket = missing.bucket and rate.full_at > at + missing.span + interval '10 seconds';
      missing.wait := missing.step;
    end if;
    return cogo.ingress_refusal(missing.name, ceil(extract(epoch from missing.wait) * 1000)::integer);
  end if;

  -- Locked in one order, so that no two calls wait for each other.
  with fresh as (
    insert into cogo.ingress_rates as rate (bucket, full_at)
    select item.bucket, at + item.step from unnest(buckets, steps) as item (bucket, step) order by item.bucket
    on conflict (bucket) do update set full_at = greatest(rate.full_at, at) + (excluded.full_at - at)
    where greatest(rate.full_at, at) + (excluded.full_at - at) <= at + spans[array_position(buckets, excluded.bucket)]
    returning rate.bucket
  )
  select array_agg(fresh.bucket) into taken from fresh;
  if cardinality(taken) = cardinality(buckets) then
    return null;
  end if;
  select item.name, ceil(extract(epoch from item.step) * 1000)::integer as wait_ms into missing
  from unnest(buckets, steps, names) as item (bucket, step, name)
  where (item.bucket = any(taken)) is not true
  order by 2 desc limit 1;
  update cogo.ingress_rates as rate set full_at = rate.full_at - steps[array_position(buckets, rate.bucket)]
  where rate.bucket = any(taken);
  return cogo.ingress_refusal(missing.name, missing.wait_ms);
end;
$$;

comment on function cogo.take_ingress_rates(uuid, text, text, timestamptz) is
  'Takes one request from the rates of a caller, its tenant and its address, or from none. Null = admitted, else the refusal.';

revoke execute on function cogo.take_ingress_rates(uuid, text, text, timestamptz) from public;
