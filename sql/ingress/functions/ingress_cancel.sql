create function cogo.ingress_cancel(id uuid, reason text)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  job cogo.jobs := cogo.own_job(ingress_cancel.id);
begin
  return (
    select jsonb_build_object('job_id', ingress_cancel.id, 'outcome', told.outcome)
    from cogo.cancel_jobs(array[job.id], false, ingress_cancel.reason) as told
  );
end;
$$;

comment on function cogo.ingress_cancel(uuid, text) is
  'Cancels a job: {outcome: cancelled | cancel_requested | already_closed}. Errors: bad_argument (400), job_not_found (404).';

revoke execute on function cogo.ingress_cancel(uuid, text) from public;
grant execute on function cogo.ingress_cancel(uuid, text) to authenticated, service_role;
