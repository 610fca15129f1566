create function api.claim_notifications(worker text, want integer default 10)
returns jsonb
language plpgsql
volatile
set search_path = ''
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set jit = off
as $$
begin
  return cogo.claim_notifications(claim_notifications.worker, claim_notifications.want);
end;
$$;

comment on function api.claim_notifications(text, integer) is
  'Takes up to want due notifications for a sender: [{job_id, fence, attempt, lease_expires_at, notification, channel}]; work settles them. For operators. Errors: bad_argument (400).';

revoke execute on function api.claim_notifications(text, integer) from public;
grant execute on function api.claim_notifications(text, integer) to service_role;
