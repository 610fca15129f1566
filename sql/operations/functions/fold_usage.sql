create function cogo.fold_usage(used jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  line record;
begin
  if used is null then
    return;
  end if;
  perform cogo.add_metrics((
    select jsonb_agg(jsonb_build_object(
      'name', 'llm', 'tenant_id', item.tenant_id, 'at', item.at,
      'labels', jsonb_build_object('provider', coalesce(model.provider, ''), 'model', coalesce(model.model, '')),
      'counts', jsonb_build_object(
        'requests', item.requests, 'tokens', item.input + item.cache_read + item.cache_write + item.output, 'cost_nano', item.cost_nano
      )
    ))
    from jsonb_to_recordset(used) as item (
      tenant_id uuid, model_id bigint, at timestamptz, requests bigint, input bigint, cache_read bigint, cache_write bigint, output bigint,
      cost_nano bigint
    )
    left join cogo.llm_models as model on model.model_id = item.model_id
  ));
  -- In order, so that two who count at once do not wait in a circle.
  for line in
    select kind.name, jsonb_strip_nulls(jsonb_build_object(
      'provider', coalesce(model.provider, ''), 'model', coalesce(model.model, ''), 'kind', kind.kind
    )) as labels, sum(greatest((item.told ->> coalesce(kind.kind, 'cost_nano'))::bigint, 0))::bigint as total
    from jsonb_array_elements(used) as item (told)
    left join cogo.llm_models as model on model.model_id = (item.told ->> 'model_id')::bigint
    cross join (
      values ('llm_tokens', 'input'), ('llm_tokens', 'cache_read'), ('llm_tokens', 'cache_write'), ('llm_tokens', 'output'), ('llm_cost_nano', null)
    ) as kind (name, kind)
    group by 1, 2 order by 1, 2
  loop
    if line.total > 0 then
      perform cogo.count_calls(line.name, line.labels, line.total);
    end if;
  end loop;
end;
$$;

comment on function cogo.fold_usage(jsonb) is
  'Adds tokens and cost [{tenant_id, model_id, at, requests, input, cache_read, cache_write, output, cost_nano}] to the history and to cogo.call_totals. Totals never shrink: a bill below what was booked lowers the history alone.';

revoke execute on function cogo.fold_usage(jsonb) from public;
