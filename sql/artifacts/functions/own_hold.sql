create function cogo.own_hold(job_id bigint, fence bigint)
returns uuid
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  own bigint[] := cogo.own_fences(array[own_hold.fence], cogo.caller_tenant('artifacts:write'));
  owner uuid;
begin
  -- Held until the end of the transaction: who ends the hold locks the claim first, who renews it does not wait for this.
  perform from cogo.claims as claim where claim.fence = any(own) for key share;
  select job.tenant_id into owner
  from cogo.held join cogo.jobs as job on job.id = held.job_id
  where held.job_id = own_hold.job_id and held.fence = any(own);

  if owner is null then
    raise sqlstate 'PT409' using
      message = format('Cannot keep an artifact of job %s: you do not hold it under fence %s', own_hold.job_id, own_hold.fence),
      detail = 'lease_lost',
      hint = 'Stop working on it: the hold has ended, or was never yours. Whoever holds the job now keeps its artifacts.';
  end if;
  return owner;
end;
$$;

comment on function cogo.own_hold(bigint, bigint) is
  'The tenant of a job that the caller holds under this fence; the hold cannot end before the transaction does. Another''s and none answer alike. Errors: not_an_agent (401), agent_revoked, insufficient_scope (403), lease_lost (409).';

revoke execute on function cogo.own_hold(bigint, bigint) from public;
