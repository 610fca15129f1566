create function cogo.history_transitions(since timestamptz, until timestamptz, tenant uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
set jit = off
as $$
#variable_conflict use_column
begin
  return (
    select coalesce(jsonb_object_agg('job_' || counted.key, counted.jobs), '{}')
    from (
      select item.key, sum(item.value::bigint) as jobs
      from cogo.metric_slices('jobs', history_transitions.since, history_transitions.until, history_transitions.tenant) as line
      cross join lateral jsonb_each_text(line.counts) as item
      where item.key <> 'orphaned'
      group by item.key
    ) as counted
  );
end;
$$;

comment on function cogo.history_transitions(timestamptz, timestamptz, uuid) is
  'cogo.metrics_transitions from the history: {event type: jobs}, however many.';

revoke execute on function cogo.history_transitions(timestamptz, timestamptz, uuid) from public;
