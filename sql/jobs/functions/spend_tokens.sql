create function cogo.spend_tokens(device_id bigint, jobs integer)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  update cogo.worker_heartbeats as beat set tokens = beat.tokens - spend_tokens.jobs
  from cogo.worker_devices as device
  where beat.device_id = spend_tokens.device_id and device.device_id = spend_tokens.device_id
    and device.max_per_minute is not null;
end;
$$;

comment on function cogo.spend_tokens(bigint, integer) is
  'Takes what a worker was given off its minute. Its row is locked already, by cogo.greet_device.';

revoke execute on function cogo.spend_tokens(bigint, integer) from public;
