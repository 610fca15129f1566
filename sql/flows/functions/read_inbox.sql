create function cogo.read_inbox(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  locked bigint[];
  asked record;
begin
  locked := array(
    select flow.id from cogo.workflows as flow
    where flow.id in (
      select message.workflow_id from cogo.flow_inbox as message
      where message.kind in ('look', 'cancel') order by message.id limit read_inbox.row_limit
    )
    order by flow.id
    for update skip locked
  );
  if locked = '{}' then
    return 0;
  end if;
  perform set_config('cogo.flow_locks', 'held', true);

  for asked in
    with gone as (
      delete from cogo.flow_inbox where workflow_id = any(locked) and kind in ('look', 'cancel') returning workflow_id, kind, note
    )
    select workflow_id, (array_agg(note))[1] as note from gone where kind = 'cancel' group by workflow_id
  loop
    perform cogo.end_flows(
      array[asked.workflow_id], 'cancelled',
      jsonb_build_object('class', 'cancelled', 'reason', 'cancelled', 'message', asked.note ->> 'reason'),
      (asked.note -> 'compensate')::boolean, read_inbox.at
    );
  end loop;
  perform cogo.look_at_flows(locked, read_inbox.at);
  perform cogo.move_flows(locked, read_inbox.at);
  return cardinality(locked);
end;
$$;

comment on function cogo.read_inbox(timestamptz, integer) is
  'Reads messages of runs that nobody holds: they look at what has ended, or end themselves. Answers how many runs. Never waits.';

revoke execute on function cogo.read_inbox(timestamptz, integer) from public;
