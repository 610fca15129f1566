create function api.redrive_dead_letter(
  job_id bigint,
  payload jsonb default null,
  delay_seconds double precision default 0
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return cogo.redrive_dead_letter(
    redrive_dead_letter.job_id, redrive_dead_letter.payload, redrive_dead_letter.delay_seconds
  );
end;
$$;

comment on function api.redrive_dead_letter(bigint, jsonb, double precision) is
  'Enqueues one dead job anew, with an edited payload where one is given; the dead one stays as it was. Answers {dead_job_id, job_id, outcome: redriven | already_redriven | discarded}. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403), dead_letter_not_found (404), payload_too_large (413), schema_mismatch (422).';

revoke execute on function api.redrive_dead_letter(bigint, jsonb, double precision) from public;
grant execute on function api.redrive_dead_letter(bigint, jsonb, double precision) to authenticated, service_role;
