create function api.renew_claims(fences bigint[])
returns table (fence bigint, lease_expires_at timestamptz, cancelled bigint[])
language plpgsql
volatile
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  return query select * from cogo.renew_claims(renew_claims.fences);
end;
$$;

comment on function api.renew_claims(bigint[]) is
  'Extends leases. Per fence: the new end, or null when the claim is lost, and the jobs to stop because somebody cancelled them. Scope: jobs:work. Errors: bad_argument (400), not_an_agent (401), agent_revoked, insufficient_scope (403).';

revoke execute on function api.renew_claims(bigint[]) from public;
grant execute on function api.renew_claims(bigint[]) to authenticated, service_role;
