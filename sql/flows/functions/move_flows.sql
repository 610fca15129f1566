create function cogo.move_flows(flow_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- Steps that need no worker (a sleep of nothing, a signal that came early, an empty map) may end at once: hence rounds.
  for round in 1 .. 1002 loop
    perform cogo.settle_children(move_flows.flow_ids, move_flows.at);
    perform cogo.close_maps(move_flows.flow_ids, move_flows.at);
    perform cogo.fail_flows(move_flows.flow_ids, move_flows.at);
    exit when cogo.begin_steps(move_flows.flow_ids, move_flows.at) = 0;
  end loop;
  perform cogo.undo_steps(move_flows.flow_ids, move_flows.at);
  perform cogo.finish_flows(move_flows.flow_ids, move_flows.at);
end;
$$;

comment on function cogo.move_flows(bigint[], timestamptz) is
  'Moves locked runs as far as they go now: ends maps, notices failures, begins steps, undoes, finishes.';

revoke execute on function cogo.move_flows(bigint[], timestamptz) from public;
