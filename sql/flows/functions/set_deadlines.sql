create function cogo.set_deadlines(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into cogo.workflow_timers (workflow_id, step, kind, due_at)
  select flow.id, -1, 'deadline', set_deadlines.at + make_interval(secs => defined.deadline_seconds)
  from cogo.workflows as flow
  join cogo.workflow_definitions as defined on defined.id = flow.definition_id
  where flow.id = any(set_deadlines.flow_ids) and defined.deadline_seconds is not null;
end;
$$;

comment on function cogo.set_deadlines(bigint[], timestamptz) is
  'Notes when new runs have to be done.';

revoke execute on function cogo.set_deadlines(bigint[], timestamptz) from public;
