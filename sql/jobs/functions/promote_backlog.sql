create function cogo.promote_backlog(lane_id smallint, row_limit integer, only_tenant uuid, at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  taken record;
  last_tenant uuid;
begin
  if promote_backlog.only_tenant is null then
    select turn.tenant_id into last_tenant from cogo.backlog_turns as turn
    where turn.lane_id = promote_backlog.lane_id for update skip locked;
    if not found then
      return 0;
    end if;
    taken := cogo.take_in_turn(promote_backlog.lane_id, last_tenant, promote_backlog.row_limit);
    update cogo.backlog_turns as turn set tenant_id = coalesce(taken.last_tenant, last_tenant)
    where turn.lane_id = promote_backlog.lane_id;
  else
    taken := cogo.take_own(promote_backlog.lane_id, promote_backlog.only_tenant, promote_backlog.row_limit);
  end if;
  if taken.job_ids is null then
    return 0;
  end if;

  perform pgmq.cogo_push(promote_backlog.lane_id, taken.job_ids, taken.attempts, promote_backlog.at);
  return cardinality(taken.job_ids);
end;
$$;

comment on function cogo.promote_backlog(smallint, integer, uuid, timestamptz) is
  'Makes jobs of a lanes backlog ready, a tenant after the other, each tenants oldest first. One promoter a lane; others pass. Answers how many.';

revoke execute on function cogo.promote_backlog(smallint, integer, uuid, timestamptz) from public;
