create function cogo.usable_keys(
  list cogo.route_lists, tenant_id uuid, at timestamptz, out providers smallint[], out key_ids uuid[], out shut jsonb, out opens_at timestamptz
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  is_any_refused boolean;
begin
  select array_agg(named.no::smallint), array_agg(keyed.key_id),
    exists (select from cogo.key_health as health where health.state = 'dead' or health.until > usable_keys.at)
      or exists (select from cogo.outcome_notes as note where note.http_status in (401, 402, 403, 429))
  into providers, key_ids, is_any_refused
  from cogo.keyed_providers(usable_keys.tenant_id) as keyed
  join unnest(list.providers) with ordinality as named (provider, no) on named.provider = keyed.provider
  where named.no::smallint <> all (list.keyless);
  if is_any_refused then
    select jsonb_object_agg(list.providers[keyed.no], closed.state) filter (where closed.state is not null), min(closed.until),
      array_agg(keyed.no) filter (where closed.state is null), array_agg(keyed.key_id) filter (where closed.state is null)
    into shut, opens_at, providers, key_ids
    from unnest(providers, key_ids) as keyed (no, key_id)
    left join cogo.shut_keys(key_ids, usable_keys.at) as closed on closed.key_id = keyed.key_id;
  end if;
  providers := coalesce(providers, '{}') || list.keyless;
end;
$$;

comment on function cogo.usable_keys(cogo.route_lists, uuid, timestamptz) is
  'The providers of a list that a tenant may call now, as numbers, and their keys side by side; those without a key at the end. shut: {provider: throttled | dead}; opens_at: when the first of them may be called again.';

revoke execute on function cogo.usable_keys(cogo.route_lists, uuid, timestamptz) from public;
