create function cogo.policy_problem(body jsonb)
returns text
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  defaults jsonb := cogo.policy_defaults();
  field text;
  bounds record;
begin
  if jsonb_typeof(body) is distinct from 'object' then
    return 'it must be an object';
  end if;
  foreach field in array array(select jsonb_object_keys(body)) loop
    if not defaults ? field then
      return format('there is no field %L; there are %s', left(field, 60), (select string_agg(key, ', ') from jsonb_object_keys(defaults) as key));
    elsif jsonb_typeof(body -> field) <> jsonb_typeof(defaults -> field)
      and not (field in ('max_cost_nano', 'unknown_price_nano') and jsonb_typeof(body -> field) = 'number') then
      return format('%s must be of type %s', field, replace(jsonb_typeof(defaults -> field), 'null', 'number or null'));
    end if;
  end loop;

  for bounds in
    select limits.name, limits.least, limits.most, limits.whole, body -> limits.name as given
    from (values
      ('temperature', 0.001, 10, false), ('epsilon', 0, 0.5, false), ('cost_scale_nano', 1, 1e15, true),
      ('sla_ms', 1, 3600000, true), ('output_tokens', 0, 1000000, true), ('in_flight_scale', 1, 1000000, false),
      ('max_attempts', 1, 8, true), ('grant_seconds', 5, 300, true), ('warm_seconds', 0, 86400, true),
      ('canary_percent', 0, 100, false), ('max_cost_nano', 0, 1e15, true), ('unknown_price_nano', 1, 1e15, true)
    ) as limits (name, least, most, whole)
    where jsonb_typeof(body -> limits.name) = 'number'
  loop
    if not (bounds.given::numeric between bounds.least and bounds.most) or (bounds.whole and bounds.given::numeric % 1 <> 0) then
      return format('%s must be a %snumber from %s to %s', bounds.name, case when bounds.whole then 'whole ' else '' end, bounds.least, bounds.most);
    end if;
  end loop;
  return coalesce(
    cogo.policy_weights_problem(coalesce(body -> 'weights', '{}'), defaults -> 'weights'),
    cogo.policy_names_problem(body)
  );
end;
$$;

comment on function cogo.policy_problem(jsonb) is 'What is wrong with a policy''s body, or null.';

revoke execute on function cogo.policy_problem(jsonb) from public;
