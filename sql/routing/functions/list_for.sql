create function cogo.list_for(tenant_id uuid, ask jsonb, seed bigint, at timestamptz)
returns cogo.route_lists
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  list cogo.route_lists;
  ticket integer := case when ask ? 'session'
    then ('x' || left(ask ->> 'session', 8))::bit(32)::bigint & 1048575 else seed & 1048575 end * 10000::bigint >> 20;
  policy_id bigint := cogo.serving_policy(list_for.tenant_id, ticket);
  tags text[] := case when ask ? 'domain_tags' then array(select jsonb_array_elements_text(ask -> 'domain_tags')) else '{}' end;
begin
  if policy_id is null then
    perform cogo.serve_default(list_for.at);
    policy_id := cogo.serving_policy(list_for.tenant_id, ticket);
  end if;
  list := cogo.serving_list(
    policy_id, ask ->> 'service', tags, (ask -> 'context_tokens')::bigint + coalesce((ask -> 'max_output_tokens')::bigint, 0), list_for.at
  );
  return list;
end;
$$;

comment on function cogo.list_for(uuid, jsonb, bigint, timestamptz) is
  'The list to choose from. A session sees the canary or never does; others by chance.';

revoke execute on function cogo.list_for(uuid, jsonb, bigint, timestamptz) from public;
