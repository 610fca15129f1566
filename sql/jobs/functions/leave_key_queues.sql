create function cogo.leave_key_queues(job_ids bigint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  hashes uuid[];
begin
  with gone as (
    delete from cogo.key_queue where key_queue.job_id = any(leave_key_queues.job_ids) returning key_queue.limit_hash
  )
  select array_agg(distinct gone.limit_hash) into hashes from gone;
  if hashes is not null then
    perform cogo.release_permits(hashes, array(select cogo.order_hash(left_key.hash) from unnest(hashes) as left_key (hash)), leave_key_queues.at);
  end if;
end;
$$;

comment on function cogo.leave_key_queues(bigint[], timestamptz) is
  'Closed jobs leave the queues of their strict keys; the next of each may run.';

revoke execute on function cogo.leave_key_queues(bigint[], timestamptz) from public;
