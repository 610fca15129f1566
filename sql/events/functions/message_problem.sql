create function cogo.message_problem(message jsonb)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  field text;
  uuid_form constant text := '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$';
  name_form constant text := '^[a-z][a-z0-9_.-]{0,119}$';
begin
  if jsonb_typeof(message) is distinct from 'object' then
    return 'it must be an object';
  end if;
  select key into field from jsonb_object_keys(message - array[
    'type', 'payload', 'stream', 'event_id', 'tenant_id', 'agent_id', 'role', 'correlation_id', 'cause', 'traceparent', 'schema'
  ]) as key limit 1;
  if field is not null then
    return format('unknown field %L', left(field, 100));
  end if;
  message := jsonb_strip_nulls(message - 'payload') || jsonb_build_object('payload', coalesce(message -> 'payload', '{}'));

  return case
    when (jsonb_typeof(message -> 'type') = 'string' and length(message ->> 'type') <= 120
      and message ->> 'type' ~ '^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)+$') is not true
      then 'type must read like prefix.event, of a-z, 0-9, _ and -, at most 120 characters'
    when jsonb_typeof(message -> 'payload') <> 'object' then 'payload must be an object'
    when (jsonb_typeof(message -> 'event_id') = 'string' and length(message ->> 'event_id') between 1 and 200) is false
      then 'event_id must be a text of 1 to 200 characters'
    when (jsonb_typeof(message -> 'stream') = 'string' and length(message ->> 'stream') between 1 and 200) is false
      then 'stream must be a text of 1 to 200 characters'
    when message ? 'stream' and not message ? 'event_id' then 'stream is of use with event_id only'
    when (message ->> 'tenant_id' ~ uuid_form) is false then 'tenant_id must be a UUID'
    when (message ->> 'agent_id' ~ uuid_form) is false then 'agent_id must be a UUID'
    when (message ->> 'correlation_id' ~ uuid_form) is false then 'correlation_id must be a UUID'
    when (message ->> 'cause' ~ uuid_form) is false then 'cause must be a UUID'
    when (message ->> 'role' in ('actor', 'critic', 'tool', 'system')) is false then 'role must be actor, critic, tool or system'
    -- A text that is none is ignored, as the W3C asks.
    when (jsonb_typeof(message -> 'traceparent') = 'string') is false then 'traceparent must be a text'
    when message ? 'schema' and (
      jsonb_typeof(message -> 'schema') = 'object' and (message -> 'schema') - array['namespace', 'name', 'hash'] = '{}'
      and message #>> '{schema,namespace}' ~ name_form and message #>> '{schema,namespace}' !~ '^cogo(\.|$)'
      and message #>> '{schema,name}' ~ name_form and message #>> '{schema,hash}' ~ '^[0-9a-f]{64}$'
    ) is not true
      then 'schema must be {namespace, name, hash}: two names, not below cogo, and a SHA-256 in hex'
  end;
end;
$$;

comment on function cogo.message_problem(jsonb) is
  'What is wrong with the form of one message to publish, or null. Sizes and permissions are judged later.';

revoke execute on function cogo.message_problem(jsonb) from public;
