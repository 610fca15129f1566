create function cogo.check_stage_and_reason(stage text, reason text)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if (check_stage_and_reason.stage in ('input', 'fetch', 'exec', 'output', 'commit')) is false then
    perform cogo.refuse_argument('stage', 'it must be input, fetch, exec, output or commit');
  end if;
  if (check_stage_and_reason.reason in (
    'parse_error', 'validation_failed', 'dependency_unavailable', 'timeout', 'exhausted_retries', 'policy_violation',
    'infrastructure_failure', 'compensation_failed'
  )) is false then
    perform cogo.refuse_argument('reason', 'it is no reason code; docs/specs/STATE_MACHINE_V1.md lists them');
  end if;
end;
$$;

comment on function cogo.check_stage_and_reason(text, text) is
  'Refuses a stage or reason that no dead letter can have; null asks for none. Errors: bad_argument (400).';

revoke execute on function cogo.check_stage_and_reason(text, text) from public;
