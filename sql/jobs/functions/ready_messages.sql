create function cogo.ready_messages()
returns table (lane_id smallint, msg_id bigint, job_id bigint, attempt smallint)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  lane record;
begin
  for lane in select * from cogo.lanes where state <> 'closed' loop
    return query execute format(
      'select %s::smallint, msg_id, (message ->> ''job_id'')::bigint, coalesce((message ->> ''attempt'')::smallint, 1::smallint) from pgmq.%I',
      lane.lane_id, 'q_' || lane.queue_name
    );
  end loop;
end;
$$;

comment on function cogo.ready_messages() is 'Every message of every lane, for checks. Stable, so it sees what the calling query sees.';

revoke execute on function cogo.ready_messages() from public;
