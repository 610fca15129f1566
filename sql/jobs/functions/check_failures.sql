create function cogo.check_failures(failures jsonb)
returns void
language plpgsql
set search_path = ''
as $$
declare
  item record;
  problem text;
begin
  perform cogo.check_holds(
    'failures', check_failures.failures, array['job_id', 'fence', 'outcome', 'error', 'retry_in_seconds']
  );
  for item in
    select value, value -> 'error' as error, ordinal - 1 as place
    from jsonb_array_elements(check_failures.failures) with ordinality as given (value, ordinal)
  loop
    problem := case
      when jsonb_typeof(item.error) is distinct from 'object' then 'error must be an object with class and message'
      when cogo.json_bytes(item.error) > 16384 then 'error must have at most 16384 bytes'
      when item.error - array['class', 'message', 'reason', 'stage', 'details'] <> '{}'
        then 'error has a field other than class, message, reason, stage and details'
      when (item.error ->> 'class' in ('transient', 'validation', 'permanent', 'lease_conflict')) is not true
        then 'error.class must be transient, validation, permanent or lease_conflict'
      when jsonb_typeof(item.error -> 'message') is distinct from 'string' then 'error.message must be a text'
      when (item.error ->> 'stage' in ('input', 'fetch', 'exec', 'output', 'commit')) is false
        then 'error.stage must be input, fetch, exec, output or commit'
      when (item.error ->> 'reason' in (
        'parse_error', 'validation_failed', 'dependency_unavailable', 'timeout', 'exhausted_retries',
        'policy_violation', 'infrastructure_failure', 'compensation_failed'
      )) is false then 'error.reason must be a reason code of docs/specs/STATE_MACHINE_V1.md'
      when jsonb_typeof(item.value -> 'retry_in_seconds') not in ('number', 'null')
        then 'retry_in_seconds must be a number'
      when (jsonb_typeof(item.value -> 'retry_in_seconds') = 'number'
        and item.value -> 'retry_in_seconds' not between '0' and '2592000')
        then 'retry_in_seconds must be 0 to 2592000'
    end;
    if problem is not null then
      perform cogo.refuse_argument(format('failures[%s]', item.place), problem);
    end if;
  end loop;
end;
$$;

comment on function cogo.check_failures(jsonb) is
  'Refuses failures whose fields make no sense, naming which and why. Errors: bad_argument (400).';

revoke execute on function cogo.check_failures(jsonb) from public;
