create function cogo.verify_history()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  with told as materialized (
    select event.job_id, event.type,
      lag(event.type) over (partition by event.job_id order by event.id) as before,
      lead(event.type) over (partition by event.job_id order by event.id) is null as is_last
    from (
      select named.job_id, event.type, event.id
      from cogo.events as event, unnest(event.job_ids) as named (job_id)
      where event.type not in ('job_dead_lettered', 'job_compensated')
        and exists (select from cogo.jobs as kept where kept.id = named.job_id)
    ) as event
  )
  select 'events tell only allowed transitions', format('%s do not', count(*)), jsonb_agg(to_jsonb(told)) filter (where told.is_last)
  from told
  where not (coalesce(told.before, 'nothing') = any(cogo.events_before(told.type)))
  having count(*) > 0
  union all
  select 'the last event tells the state', format('%s jobs differ', count(*)), jsonb_agg(jsonb_build_array(state.job_id, state.state, told.type))
  from cogo.job_states as state
  left join told on told.job_id = state.job_id and told.is_last
  where state.state is distinct from cogo.state_after(told.type)
  having count(*) > 0
  union all
  select 'each attempt has its ending event and no other exists', format('%s attempts, %s events', attempts.total, endings.total), null
  from
    (select count(*) as total from cogo.attempts) as attempts,
    (
      select count(*) as total from told
      where told.type in ('job_succeeded', 'job_failed', 'job_retried', 'job_released', 'job_lease_expired', 'job_cancelled')
    ) as endings
  where attempts.total <> endings.total;

  return query
  select 'each dead letter is told once', format('%s are not', count(*)), jsonb_agg(letter.job_id)
  from cogo.dead_letters as letter
  full join (
    select named.job_id, count(*) as times
    from cogo.events as event, unnest(event.job_ids) as named (job_id)
    where event.type = 'job_dead_lettered' and exists (select from cogo.jobs as kept where kept.id = named.job_id)
    group by named.job_id
  ) as told on told.job_id = letter.job_id
  where letter.job_id is null or told.times is distinct from 1
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_history() is 'The part of cogo.verify about events: exactly one per transition, in order, agreeing with the state.';

revoke execute on function cogo.verify_history() from public;
