create function cogo.restore_part(part text, rows jsonb)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  pool record;
begin
  if restore_part.part = 'lanes' then
    -- A lane is also a queue: it is opened, not inserted.
    for pool in
      select line ->> 'executor' as executor, count(distinct line ->> 'shard')::integer as shards,
        max((line ->> 'fair_window')::integer) as fair_window, bool_and(line ->> 'paused_at' is not null) as paused
      from jsonb_array_elements(restore_part.rows) as line
      where line ->> 'state' = 'open'
      group by 1 order by 1
    loop
      perform cogo.open_lanes(pool.executor, pool.shards);
      if pool.fair_window is not null then
        perform cogo.set_fairness(pool.executor, pool.fair_window);
      end if;
      update cogo.lanes as lane set paused_at = cogo.now_() where lane.executor = pool.executor and pool.paused;
    end loop;
    return jsonb_array_length(restore_part.rows);
  end if;
  if restore_part.part = 'schedules' then
    -- The project that the snapshot is of may live on: nothing fires until somebody resumes it.
    restore_part.rows := (
      select coalesce(jsonb_agg(line || '{"paused": true, "next_due_at": null, "next_run_at": null}'), '[]')
      from jsonb_array_elements(restore_part.rows) as line
    );
  end if;
  return cogo.restore_rows(restore_part.part, restore_part.rows);
end;
$$;

comment on function cogo.restore_part(text, jsonb) is
  'Puts a part of a snapshot back. Lanes are opened; schedules come back paused. Errors: bad_argument (400).';

revoke execute on function cogo.restore_part(text, jsonb) from public;
grant execute on function cogo.restore_part(text, jsonb) to service_role;
