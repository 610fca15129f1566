create function cogo.ready_messages()
returns table (lane_id smallint, msg_id bigint, job_id bigint, attempt smallint, floor_at bigint)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  lane record;
begin
  for lane in select * from cogo.lane_hints(null) loop
    return query execute format(
      'select %s::smallint, msg_id, (message ->> ''job_id'')::bigint, (message ->> ''attempt'')::smallint, %s::bigint from pgmq.%I',
      lane.lane_id, lane.floor_at, 'q_' || lane.queue_name
    );
  end loop;
end;
$$;

comment on function cogo.ready_messages() is 'Every message of every lane, for checks. Stable, so it sees what the calling query sees.';

revoke execute on function cogo.ready_messages() from public;
