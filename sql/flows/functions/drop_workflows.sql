create function cogo.drop_workflows(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  state cogo.retention;
  due timestamptz;
  page record;
  victims bigint[];
  dropped integer := 0;
begin
  select * into state from cogo.retention;
  due := drop_workflows.at - make_interval(secs => state.keep_workflows_seconds);
  -- In the order in which runs began, round and round: those that were on their way, or kept, are met again the next time.
  for turn in 1 .. 10 loop
    exit when dropped >= drop_workflows.row_limit;
    select max(flow.id) as last_id, count(*) as seen, max(flow.created_at) as began,
      array_agg(flow.id) filter (where flow.finished_at < due) as closed
    into page
    from (
      select known.id, known.created_at, known.finished_at from cogo.workflows as known
      where known.id > state.workflow_walk order by known.id limit 500
    ) as flow;
    victims := cogo.lock_outlived_flows(page.closed);
    dropped := dropped + cardinality(victims);
    delete from cogo.workflow_steps as begun where begun.workflow_id = any(victims);
    delete from cogo.workflow_signals as received where received.workflow_id = any(victims);
    delete from cogo.saga_log as log where log.workflow_id = any(victims);
    delete from cogo.workflows as flow where flow.id = any(victims);
    state.workflow_walk := case when page.seen = 500 and page.began < due then page.last_id else 0 end;
    exit when state.workflow_walk = 0;
  end loop;
  update cogo.retention as total set workflow_walk = state.workflow_walk where total.workflow_walk <> state.workflow_walk;
  return dropped;
end;
$$;

comment on function cogo.drop_workflows(timestamptz, integer) is
  'One bounded round of retention of runs: drops closed ones past their age with all that is known of them. Answers how many; the caller, who holds the row of cogo.retention, counts them there.';

revoke execute on function cogo.drop_workflows(timestamptz, integer) from public;
