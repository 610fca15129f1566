create function cogo.message_violations(message jsonb)
returns table (path text, problem text)
language plpgsql
immutable
set search_path = ''
as $$
declare
  type text := message_violations.message ->> 'type';
  payload_schema jsonb := cogo.event_payload_schema(type);
begin
  return query select fault.path, fault.problem
    from cogo.schema_violations(cogo.message_schema_v1(), message_violations.message) as fault;
  if found or message_violations.message #>> '{schema,namespace}' <> 'cogo.jobs' then
    return;
  end if;

  if payload_schema is null then
    return query select '/type', 'is not an event of a job';
  elsif message_violations.message #>> '{schema,name}' <> type then
    return query select '/schema/name', 'must name the type';
  else
    return query select '/payload' || fault.path, fault.problem
      from cogo.schema_violations(payload_schema, message_violations.message -> 'payload') as fault;
  end if;
end;
$$;

comment on function cogo.message_violations(jsonb) is
  'What a message breaks of MESSAGE_SCHEMA_V1: its envelope, then, for an event of a job, its payload.';

revoke execute on function cogo.message_violations(jsonb) from public;
