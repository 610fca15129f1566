create function cogo.admit(lane_id smallint, fair_window integer, job_ids bigint[], attempts smallint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  room integer := cogo.lane_room(admit.lane_id, admit.fair_window);
  admitted record;
begin
  -- Who has run before does not wait for a turn again: its tenant's newer jobs would be between it and its end.
  select
    array_agg(item.job_id order by item.ordinal) filter (where item.attempt > 1 or item.ordinal <= room) as job_ids,
    array_agg(item.attempt order by item.ordinal) filter (where item.attempt > 1 or item.ordinal <= room) as attempts
  into admitted
  from unnest(admit.job_ids, admit.attempts) with ordinality as item (job_id, attempt, ordinal);
  if admitted.job_ids is not null then
    perform pgmq.cogo_push(admit.lane_id, admitted.job_ids, admitted.attempts, admit.at);
  end if;

  insert into cogo.backlog (job_id, tenant_id, lane_id, attempt)
  select item.job_id, job.tenant_id, admit.lane_id, item.attempt
  from unnest(admit.job_ids, admit.attempts) with ordinality as item (job_id, attempt, ordinal)
  join cogo.jobs as job on job.id = item.job_id
  where item.attempt = 1 and item.ordinal > room;
end;
$$;

comment on function cogo.admit(smallint, integer, bigint[], smallint[], timestamptz) is
  'Puts jobs into a lane with a window as far as there is room; the others wait for their tenants turn.';

revoke execute on function cogo.admit(smallint, integer, bigint[], smallint[], timestamptz) from public;
