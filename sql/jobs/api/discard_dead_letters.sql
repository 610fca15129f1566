create function api.discard_dead_letters(
  job_ids bigint[],
  reason text
)
returns table (job_id bigint, outcome text)
language plpgsql
volatile
set search_path = ''
as $$
#variable_conflict use_column
begin
  perform cogo.caller_tenant('jobs:write');
  return query select * from cogo.discard_dead_letters(discard_dead_letters.job_ids, discard_dead_letters.reason);
end;
$$;

comment on function api.discard_dead_letters(bigint[], text) is
  'Decides that dead letters are not to be redriven, and notes who, when and why: discarded, already_discarded, already_redriven or not_found. Final. Scope: jobs:write. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.discard_dead_letters(bigint[], text) from public;
grant execute on function api.discard_dead_letters(bigint[], text) to authenticated, service_role;
