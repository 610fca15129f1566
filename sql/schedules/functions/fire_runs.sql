create function cogo.fire_runs(schedule_ids bigint[], due_ats timestamptz[], at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  kind record;
  fired integer := 0;
  said_state text;
  said_message text;
  said_detail text;
begin
  for kind in
    select run.starts, array_agg(run.schedule_id) as ids, array_agg(run.due_at) as due, jsonb_agg(run.body) as bodies,
      array_agg(run.schedule_id) filter (where run.overlap <> 'allow') as watched
    from cogo.run_bodies(fire_runs.schedule_ids, fire_runs.due_ats) as run
    group by run.starts
  loop
    begin
      with work as (
        select * from cogo.start_bodies(kind.starts, kind.bodies)
      )
      update cogo.schedule_runs as run
      set state = 'started', job_id = work.job_id, workflow_id = work.workflow_id, settled_at = fire_runs.at,
        wake_at = null, reason = null, error = null
      from unnest(kind.ids, kind.due) with ordinality as given (schedule_id, due_at, place)
      join work on work.place = given.place
      where run.schedule_id = given.schedule_id and run.due_at = given.due_at;
      fired := fired + cardinality(kind.ids);
      if kind.watched is not null then
        update cogo.schedules as schedule set last_started_due_at = given.due_at
        from unnest(kind.ids, kind.due) as given (id, due_at)
        where schedule.id = given.id and schedule.id = any(kind.watched);
      end if;
    exception when others then
      get stacked diagnostics said_state = returned_sqlstate, said_message = message_text, said_detail = pg_exception_detail;
      -- A full queue, as it is raised over HTTP.
      if said_state = 'PGRST' then
        said_detail := said_message::jsonb ->> 'details';
        said_state := said_message::jsonb ->> 'code';
        said_message := said_message::jsonb ->> 'message';
      end if;
      if cardinality(kind.ids) > 1 then
        -- One that cannot start must not keep the others from it.
        for nth in 1..cardinality(kind.ids) loop
          fired := fired + cogo.fire_runs(kind.ids[nth:nth], kind.due[nth:nth], fire_runs.at);
        end loop;
      else
        perform cogo.refuse_run(kind.ids[1], kind.due[1], fire_runs.at, said_state, said_message, said_detail);
      end if;
    end;
  end loop;
  return fired;
end;
$$;

comment on function cogo.fire_runs(bigint[], timestamptz[], timestamptz) is
  'Starts runs, all in one call where that works, else each by itself. Answers how many started; the others say why not.';

revoke execute on function cogo.fire_runs(bigint[], timestamptz[], timestamptz) from public;
