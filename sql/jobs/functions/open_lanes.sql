create function cogo.open_lanes(executor text)
returns setof cogo.lanes
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  band record;
  queue text;
  opened boolean := false;
begin
  if open_lanes.executor !~ '^[a-z][a-z0-9_]{0,29}$' or open_lanes.executor is null then
    perform cogo.refuse_argument('executor', 'it must be 1 to 30 of a-z, 0-9 and _, beginning with a letter');
  end if;

  -- One opener at a time, or two would create the same queue.
  perform pg_advisory_xact_lock(hashtext('cogo.open_lanes'));

  for band in select * from (values ('urgent', 16), ('normal', 4), ('bulk', 1)) as bands (priority, weight) loop
    continue when exists (
      select from cogo.lanes as lane
      where lane.executor = open_lanes.executor and lane.priority = band.priority and lane.shard = 0
    );
    queue := format('cogo_%s_%s', open_lanes.executor, band.priority);
    perform pgmq.create(queue);
    execute format('create sequence pgmq.%I minvalue 0 start 0', 'f_' || queue);
    execute format('alter table pgmq.%I enable row level security', 'q_' || queue);
    execute format('alter table pgmq.%I enable row level security', 'a_' || queue);
    execute format(
      'alter table pgmq.%I set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000)', 'q_' || queue
    );
    insert into cogo.lanes (executor, priority, queue_name, weight)
    values (open_lanes.executor, band.priority, queue, band.weight);
    opened := true;
  end loop;
  if opened then
    perform cogo.write_lane_switch();
  end if;

  return query select * from cogo.lanes as lane where lane.executor = open_lanes.executor order by lane.lane_id;
end;
$$;

comment on function cogo.open_lanes(text) is
  'Opens the three lanes (urgent, normal, bulk) of an executor: a pgmq queue cogo_<executor>_<priority>, a floor sequence and a row each. Repeats do nothing.';

revoke execute on function cogo.open_lanes(text) from public;
grant execute on function cogo.open_lanes(text) to service_role;
