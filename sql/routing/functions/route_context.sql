create function cogo.route_context(ask jsonb, list cogo.route_lists, shut jsonb, at timestamptz)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  context jsonb := ask;
  warm bigint;
begin
  if route_context.shut is not null then
    context := context || jsonb_build_object('shut', route_context.shut);
  end if;
  if ask ? 'intended_model' then
    context := context || jsonb_build_object('intended', cogo.intended_models(list.policy_id, list.service, ask ->> 'intended_model'));
  end if;
  if ask ? 'session' then
    select session.model_id into warm from cogo.route_sessions as session
    where session.session_key = (ask ->> 'session')::uuid
      and session.used_at > route_context.at - list.terms[14] * interval '1 second'
      and coalesce(session.prefix_hash = ask ->> 'prefix_hash', true);
    if found then
      context := context || jsonb_build_object('warm', warm);
    end if;
  end if;
  return context;
end;
$$;

comment on function cogo.route_context(jsonb, cogo.route_lists, jsonb, timestamptz) is
  'What was asked and what a choice depends on beside it: which keys are shut, what the intended name means, whose cache is warm.';

revoke execute on function cogo.route_context(jsonb, cogo.route_lists, jsonb, timestamptz) from public;
