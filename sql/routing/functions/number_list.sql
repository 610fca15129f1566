create function cogo.number_list(list cogo.route_lists, rows jsonb)
returns cogo.route_lists
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  numbered cogo.route_lists := number_list.list;
begin
  select
    coalesce(array_agg(array_position(list.providers, item ->> 0)::smallint order by place), '{}'),
    coalesce(array_agg(array_position(list.regions, item ->> 1)::smallint order by place), '{}'),
    coalesce(array_agg((
      select coalesce(bit_or(1::bigint << (array_position(list.capability_names, word) - 1)), 0)
      from jsonb_array_elements_text(item -> 2) as word
    ) order by place), '{}'),
    coalesce(array_agg(distinct array_position(list.providers, item ->> 0)::smallint) filter (where item ->> 3 = 'none'), '{}')
  into numbered.provider_nos, numbered.region_nos, numbered.capabilities, numbered.keyless
  from jsonb_array_elements(number_list.rows) with ordinality as listed (item, place);
  numbered.sha256 := sha256(convert_to(numbered::text, 'UTF8'));
  return numbered;
end;
$$;

comment on function cogo.number_list(cogo.route_lists, jsonb) is
  'Writes providers, regions and capabilities ([provider, region, capabilities, auth_style] per model) as numbers, and the hash of it all.';

revoke execute on function cogo.number_list(cogo.route_lists, jsonb) from public;
