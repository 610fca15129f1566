create function cogo.drop_timers(flow_ids bigint[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  delete from cogo.workflow_timers as timer
  using cogo.workflows as flow
  where timer.workflow_id = any(drop_timers.flow_ids) and flow.id = timer.workflow_id
    and (
      flow.finished_at is not null or timer.step = -1 and flow.ends_as is not null
      or timer.step >= 0 and not exists (
        select from cogo.workflow_steps as begun
        where begun.workflow_id = timer.workflow_id and begun.step = timer.step and begun.state = 'running'
      )
    );
end;
$$;

comment on function cogo.drop_timers(bigint[]) is 'Drops timers of steps and runs that have ended meanwhile.';

revoke execute on function cogo.drop_timers(bigint[]) from public;
