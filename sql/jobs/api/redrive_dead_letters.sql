create function api.redrive_dead_letters(job_ids bigint[])
returns table (dead_job_id bigint, job_id bigint, outcome text)
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return query select * from cogo.redrive_dead_letters(redrive_dead_letters.job_ids);
end;
$$;

comment on function api.redrive_dead_letters(bigint[]) is
  'Enqueues dead jobs anew as new jobs whose cause is the dead one: redriven, already_redriven (with the first new job), discarded, workflow_moved_on (the step''s failure has been acted upon) or not_found. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.redrive_dead_letters(bigint[]) from public;
grant execute on function api.redrive_dead_letters(bigint[]) to authenticated, service_role;
