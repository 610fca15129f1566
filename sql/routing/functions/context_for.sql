create function cogo.context_for(list cogo.route_lists, decision cogo.routing_decisions)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  context jsonb := decision.context - array['passed', 'degraded', 'shut', 'intended'];
  known text[];
  usable text[];
  keyed text[];
begin
  select former.providers, array(select former.providers[no] from unnest(translate(context ->> 'providers', '[]', '{}')::smallint[]) as no)
  into known, usable
  from cogo.route_lists as former where former.list_id = (context -> 'list')::bigint;
  if not list.providers <@ known then
    keyed := array(select has.provider from cogo.keyed_providers(decision.tenant_id) as has);
  end if;
  context := context || jsonb_build_object('list', list.list_id, 'providers', array(
    select no
    from generate_subscripts(list.providers, 1) as no
    where list.providers[no] = any (usable)
      or (list.providers[no] <> all (known) and (no = any (list.keyless) or list.providers[no] = any (keyed)))
  ));
  if context ? 'intended_model' then
    context := context || jsonb_build_object('intended', cogo.intended_models(list.policy_id, list.service, context ->> 'intended_model'));
  end if;
  return context;
end;
$$;

comment on function cogo.context_for(cogo.route_lists, cogo.routing_decisions) is
  'A decision''s context as another list would have seen it. Of providers that its own list does not name, the keys that are there now count.';

revoke execute on function cogo.context_for(cogo.route_lists, cogo.routing_decisions) from public;
