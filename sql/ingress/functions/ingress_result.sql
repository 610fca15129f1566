create function cogo.ingress_result(id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  job cogo.jobs := cogo.own_job(ingress_result.id);
begin
  return coalesce((
    select jsonb_build_object('state', final.outcome, 'result', final.result, 'error', final.error)
    from cogo.attempts as final where final.job_id = job.id and final.final
  ), '{"state": null, "result": null, "error": null}');
end;
$$;

comment on function cogo.ingress_result(uuid) is
  'How a job ended, {state, result, error}; state null = it has not. Errors: job_not_found (404).';

revoke execute on function cogo.ingress_result(uuid) from public;
grant execute on function cogo.ingress_result(uuid) to authenticated, service_role;
