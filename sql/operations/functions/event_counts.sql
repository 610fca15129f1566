create function cogo.event_counts()
returns table (type text, jobs bigint, calls bigint)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select counted.type, sum(counted.jobs)::bigint, sum(counted.calls)::bigint
  from (
    select total.type, total.jobs, total.calls from cogo.event_totals as total
    union all
    select tail.type, cardinality(tail.job_ids), 1
    from (
      select event.type, event.job_ids
      from cogo.events as event
      where event.id > coalesce((select fold.folded_id from cogo.event_folds as fold), 0)
      order by event.id
      limit 20000
    ) as tail
  ) as counted
  group by counted.type;
end;
$$;

comment on function cogo.event_counts() is
  'Transitions since the beginning by event type: the folded ones and up to 20,000 newer events.';

revoke execute on function cogo.event_counts() from public;
