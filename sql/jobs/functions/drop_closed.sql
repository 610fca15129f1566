create function cogo.drop_closed(row_limit integer default 5000)
returns jsonb
language plpgsql
security definer
set search_path = ''
set jit = off
as $$
#variable_conflict use_column
declare
  at timestamptz := cogo.now_();
  keep integer;
  jobs integer := 0;
  events integer := 0;
  workers integer := 0;
  workflows integer := 0;
begin
  if drop_closed.row_limit is null or drop_closed.row_limit not between 1 and 1000000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000000');
  end if;
  insert into cogo.retention default values on conflict do nothing;
  perform from cogo.retention for update skip locked;
  if not found then
    return jsonb_build_object('jobs', 0, 'events', 0, 'workers', 0, 'workflows', 0);
  end if;

  perform cogo.plan_walks();
  jobs := cogo.recheck_kept_back(at, 500);
  for keep in select walk.keep_seconds from cogo.retention_walks as walk where walk.kind = 'jobs' order by walk.keep_seconds loop
    jobs := jobs + cogo.walk_jobs(keep, at, drop_closed.row_limit - jobs);
    events := events + cogo.walk_events(keep, at, 4 * drop_closed.row_limit - events);
  end loop;
  perform cogo.heal_dependencies(at);
  if exists (select from cogo.worker_devices) then
    workers := cogo.forget_workers(at, 500);
  end if;
  if exists (select from cogo.workflows) then
    workflows := cogo.drop_workflows(at, drop_closed.row_limit);
  end if;
  update cogo.retention as total
  set
    dropped_jobs = total.dropped_jobs + jobs, dropped_events = total.dropped_events + events,
    dropped_workflows = total.dropped_workflows + workflows, dropped_at = at;
  return jsonb_build_object('jobs', jobs, 'events', events, 'workers', workers, 'workflows', workflows);
end;
$$;

comment on function cogo.drop_closed(integer) is
  'One bounded round of retention: drops closed jobs past the age of their type, at most row_limit, events that name none that is kept, and closed runs of workflows. A second round at once leaves it to the first. Errors: bad_argument (400).';

revoke execute on function cogo.drop_closed(integer) from public;
grant execute on function cogo.drop_closed(integer) to service_role;
