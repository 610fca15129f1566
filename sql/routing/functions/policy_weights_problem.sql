create function cogo.policy_weights_problem(weights jsonb, defaults jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  weight record;
  merged jsonb := policy_weights_problem.defaults || policy_weights_problem.weights;
begin
  for weight in select key, value from jsonb_each(policy_weights_problem.weights) loop
    if not policy_weights_problem.defaults ? weight.key then
      return format('weights has no field %L', left(weight.key, 60));
    elsif jsonb_typeof(weight.value) <> 'number' then
      return format('weights.%s must be a number', weight.key);
    elsif not (weight.value::numeric between 0 and 100) then
      return format('weights.%s must be from 0 to 100', weight.key);
    end if;
  end loop;
  if (merged -> 'quality')::numeric + (merged -> 'cost')::numeric + (merged -> 'latency')::numeric = 0 then
    return 'weights must not all be 0: nothing would tell one model from another';
  end if;
  return null;
end;
$$;

comment on function cogo.policy_weights_problem(jsonb, jsonb) is 'What is wrong with the weights of a policy, or null.';

revoke execute on function cogo.policy_weights_problem(jsonb, jsonb) from public;
