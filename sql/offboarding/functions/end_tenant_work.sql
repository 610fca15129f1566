create function cogo.end_tenant_work(tenant_id uuid)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  leaving cogo.offboardings;
  runs record;
  jobs record;
  last_id bigint;
  is_met boolean;
begin
  select known.* into leaving from cogo.offboardings as known where known.tenant_id = end_tenant_work.tenant_id for update skip locked;
  if leaving.tenant_id is null or leaving.ended_at is not null then
    return;
  end if;
  leaving.walk_began_at := coalesce(leaving.walk_began_at, at);
  -- One batch a call: who has ended workflows holds their locks, and may not wait for claims any more.
  for turn in 1 .. 50 loop
    if leaving.walk = 'workflows' then
      runs := cogo.open_workflows_of(leaving.tenant_id, leaving.walk_after, 5000);
      perform cogo.cancel_workflow(run.id, 'The tenant is leaving.', false) from unnest(runs.ids) as run (id);
      is_met := runs.ids is not null;
      last_id := runs.last_id;
    else
      jobs := cogo.open_jobs_of(leaving.tenant_id, leaving.walk_after, 5000);
      is_met := jobs.ids is not null;
      last_id := jobs.last_id;
      if is_met then
        perform cogo.cancel_jobs(jobs.ids, true, 'The tenant is leaving.');
        -- Not with jobs that were just closed: their workflows are locked, in an order that this would not keep.
        if not exists (select from cogo.attempts as final where final.job_id = any (jobs.ids) and final.final) then
          perform cogo.end_in_long_lanes(jobs.ids, 20000, at);
        end if;
      end if;
    end if;
    leaving.walk_found := leaving.walk_found or is_met;
    leaving.walk_after := coalesce(last_id, 0);
    if last_id is null and leaving.walk = 'workflows' then
      leaving.walk := 'jobs';
    elsif last_id is null then
      if not leaving.walk_found and leaving.walk_began_at >= leaving.erasable_at then
        leaving.ended_at := at;
      end if;
      leaving.walk := 'workflows';
      leaving.walk_began_at := null;
      leaving.walk_found := false;
      exit;
    end if;
    exit when is_met;
  end loop;
  update cogo.offboardings as known
  set walk = leaving.walk, walk_after = leaving.walk_after, walk_began_at = leaving.walk_began_at, walk_found = leaving.walk_found,
    ended_at = leaving.ended_at
  where known.tenant_id = leaving.tenant_id;
  perform cogo.still_tenant(leaving.tenant_id);
  if at >= leaving.erasable_at then
    -- Nobody is left to settle what is still held: the reaper gives it back, or books it.
    update cogo.reservations as held set expires_at = at - interval '1 second'
    where held.tenant_id = leaving.tenant_id and held.state in ('reserved', 'opened') and held.expires_at > at;
  end if;
end;
$$;

comment on function cogo.end_tenant_work(uuid) is
  'A bounded look for open work of a leaving tenant: runs, then jobs, at most 1000 of which are cancelled hard. Work has ended when a whole way along both, begun after erasable_at, met none.';

revoke execute on function cogo.end_tenant_work(uuid) from public;
