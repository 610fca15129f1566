create function cogo.push_ready(job_ids bigint[], lane_ids smallint[], attempts smallint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  lane record;
begin
  -- Our own insert instead of pgmq.send_batch: the same row, a tenth cheaper. Only columns that pgmq 1.5.1 has.
  for lane in
    select candidate.lane_id, candidate.queue_name
    from cogo.lanes as candidate
    where candidate.lane_id = any(push_ready.lane_ids)
  loop
    execute format(
      $sql$
        insert into pgmq.%I (vt, message)
        select $1, jsonb_build_object('job_id', item.job_id, 'attempt', item.attempt)
        from unnest($2, $3, $4) as item (job_id, lane_id, attempt)
        where item.lane_id = %s
      $sql$,
      'q_' || lane.queue_name, lane.lane_id
    ) using push_ready.at, push_ready.job_ids, push_ready.lane_ids, push_ready.attempts;
  end loop;
end;
$$;

comment on function cogo.push_ready(bigint[], smallint[], smallint[], timestamptz) is
  'Puts jobs into their lanes, in the order given. The caller has written before, so the transaction has its number (see cogo.raise_floors).';

revoke execute on function cogo.push_ready(bigint[], smallint[], smallint[], timestamptz) from public;
