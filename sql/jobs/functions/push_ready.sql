create function cogo.push_ready(job_ids bigint[], lane_ids smallint[], attempts smallint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  first_lane smallint := push_ready.lane_ids[1];
  lane record;
begin
  if push_ready.lane_ids = array_fill(first_lane, array[cardinality(push_ready.lane_ids)]) then
    perform cogo.push_lane(first_lane, push_ready.job_ids, push_ready.attempts, push_ready.at);
    return;
  end if;

  for lane in
    select item.lane_id, array_agg(item.job_id order by item.ordinal) as job_ids, array_agg(item.attempt order by item.ordinal) as attempts
    from unnest(push_ready.job_ids, push_ready.lane_ids, push_ready.attempts) with ordinality
      as item (job_id, lane_id, attempt, ordinal)
    group by item.lane_id
  loop
    perform cogo.push_lane(lane.lane_id, lane.job_ids, lane.attempts, push_ready.at);
  end loop;
end;
$$;

comment on function cogo.push_ready(bigint[], smallint[], smallint[], timestamptz) is
  'Puts jobs into their lanes, in the order given, as messages {job_id, attempt}; a first attempt is left out. The caller has written before, so the transaction has its number (see cogo.raise_floors).';

revoke execute on function cogo.push_ready(bigint[], smallint[], smallint[], timestamptz) from public;
