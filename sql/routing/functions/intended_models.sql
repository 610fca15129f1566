create function cogo.intended_models(policy_id bigint, service text, name text)
returns bigint[]
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  meant text := coalesce(
    (select policy.body #>> array['aliases', intended_models.name] from cogo.routing_policies as policy
      where policy.policy_id = intended_models.policy_id),
    intended_models.name
  );
begin
  return array(
    select model.model_id from cogo.llm_models as model
    where model.service = intended_models.service and (
      model.model = meant or model.family = meant
      or (model.provider = split_part(meant, '/', 1) and model.model = substr(meant, strpos(meant, '/') + 1) and strpos(meant, '/') > 0)
    )
    order by model.model_id
    limit 64
  );
end;
$$;

comment on function cogo.intended_models(bigint, text, text) is
  'The models that a name means: a model, provider/model, a family, or an alias of the policy. No wildcards. What it means is filtered like all others.';

revoke execute on function cogo.intended_models(bigint, text, text) from public;
