create function cogo.get_dead_letter(job_id bigint)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  letter cogo.dead_letters;
begin
  select * into letter from cogo.dead_letters as known
  where known.job_id = get_dead_letter.job_id and (tenant is null or known.tenant_id = tenant);
  if letter.job_id is null then
    perform cogo.raise_dead_letter_not_found(get_dead_letter.job_id);
  end if;
  return cogo.get_job(letter.job_id) || jsonb_build_object(
    'dead_letter', to_jsonb(letter) - 'job_id' - 'tenant_id' - 'error' || jsonb_build_object('state', cogo.letter_state(letter)),
    'error', letter.error,
    'history', (
      select jsonb_agg(jsonb_build_object('type', told.type, 'ts', told.ts, 'actor', told.actor) order by told.ts, told.id)
      from cogo.job_events(letter.job_id, null, 1000) as told
    )
  );
end;
$$;

comment on function cogo.get_dead_letter(bigint) is
  'One dead letter with all of its job: payload, error, attempts, history, and what was decided about it. Errors: dead_letter_not_found (404).';

revoke execute on function cogo.get_dead_letter(bigint) from public;
grant execute on function cogo.get_dead_letter(bigint) to authenticated, service_role;
