create function cogo.fold_schedule_notes()
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  notes cogo.schedule_notes[];
  times jsonb;
begin
  with taken as (
    delete from cogo.schedule_notes as note
    where note.note_id in (select oldest.note_id from cogo.schedule_notes as oldest order by oldest.note_id limit 20000)
    returning note.*
  )
  select array_agg(taken::cogo.schedule_notes) into notes from taken;

  perform cogo.count_calls('schedule_runs', jsonb_build_object('state', counted.state), counted.runs)
  from (select note.state, sum(note.runs)::bigint as runs from unnest(notes) as note group by note.state) as counted;
  select coalesce(jsonb_agg(jsonb_build_object(
    'name', 'schedule_lag', 'tenant_id', lag.tenant_id, 'labels', '{}'::jsonb, 'within', '{}'::jsonb, 'at', lag.at,
    'bin', cogo.time_bin(lag.ms), 'place', cogo.time_place(lag.ms), 'ms', lag.ms, 'many', 1
  )), '[]')
  into times
  from (select note.tenant_id, date_trunc('minute', note.at, 'UTC') as at, unnest(note.lags_ms) as ms from unnest(notes) as note) as lag;
  perform cogo.add_times(times);
  perform cogo.add_metrics(cogo.binned_times(times) || (
    select jsonb_agg(jsonb_build_object('name', 'schedule_lag', 'tenant_id', each.tenant_id, 'labels', '{}'::jsonb, 'at', each.at, 'counts', each.counts))
    from (
      select note.tenant_id, note.at, jsonb_build_object(
        'runs', note.runs, note.state, note.runs, 'late', (select count(*) from unnest(note.lags_ms) as ms where ms > 60000)
      ) as counts
      from unnest(notes) as note
    ) as each
  ));
end;
$$;

comment on function cogo.fold_schedule_notes() is
  'Moves settled runs of schedules into the history: how many came to which state, how many started more than 60 s late, and the lag. At most 20,000 notes a round.';

revoke execute on function cogo.fold_schedule_notes() from public;
