create function cogo.verify_catalogue()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'a provider''s keys go to its allowed hosts alone', format('%s would send them elsewhere', count(*)), jsonb_agg(bad.provider)
  from (
    select known.provider from cogo.llm_providers as known
    where cogo.base_url_problem(known.base_url, known.allowed_hosts) is not null
      or exists (select from unnest(known.allowed_hosts) as host where cogo.host_problem(host) is not null)
    limit 5
  ) as bad
  having count(*) > 0
  union all
  select 'a tier of a price says prices and where they begin', format('%s do not', count(*)), jsonb_agg(bad.price_id)
  from (
    select known.price_id
    from cogo.llm_prices as known
    cross join jsonb_array_elements(known.tiers) as tier
    where known.tiers <> '[]' and (
      coalesce(jsonb_typeof(tier -> 'above'), '') <> 'number'
      or exists (
        select from jsonb_each(case jsonb_typeof(tier) when 'object' then tier else '{}' end) as field
        where field.key !~ '^(above|(input|output|cache_read|cache_write|cache_write_1h|reasoning)_price)$'
          or field.value::text !~ '^[0-9]+$'
      )
    )
    limit 5
  ) as bad
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_catalogue() is 'Part of cogo.verify(): where keys may go, and what prices say.';

revoke execute on function cogo.verify_catalogue() from public;
