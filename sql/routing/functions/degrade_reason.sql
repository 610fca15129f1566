create function cogo.degrade_reason(list cogo.route_lists, context jsonb)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  intended bigint[] := translate(context ->> 'intended', '[]', '{}')::bigint[];
begin
  if cardinality(intended) = 0 then
    return 'unknown_model';
  end if;
  return coalesce(
    (select told.reason from cogo.model_rejections(list, degrade_reason.context) as told
      where told.model_id = any (intended) and told.reason is not null limit 1),
    (select 'disabled' from cogo.llm_models as model join cogo.llm_providers as provider on provider.provider = model.provider
      where model.model_id = any (intended) having not bool_or(model.enabled and provider.enabled)),
    (select 'context' from cogo.llm_models as model
      where model.model_id = any (intended)
      having max(model.context_tokens) < (context -> 'context_tokens')::integer + coalesce((context -> 'max_output_tokens')::integer, 0)),
    case when intended && list.model_ids then 'health' else 'not_allowed' end
  );
end;
$$;

comment on function cogo.degrade_reason(cogo.route_lists, jsonb) is
  'Why none of the intended models is a candidate. not_allowed: the policy leaves it out, or the catalogue knows no price.';

revoke execute on function cogo.degrade_reason(cogo.route_lists, jsonb) from public;
