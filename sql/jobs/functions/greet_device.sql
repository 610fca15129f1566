create function cogo.greet_device(
  worker text, want integer, tenant uuid, agent uuid, at timestamptz, out device_id bigint, out allowed integer
)
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  device cogo.worker_devices;
  beat cogo.worker_heartbeats;
begin
  allowed := greet_device.want;
  device := cogo.own_device(greet_device.worker, greet_device.tenant, greet_device.agent);
  if device.device_id is null then
    return;
  end if;
  device_id := device.device_id;
  perform cogo.note_beat(device.device_id, device.beat_seconds, greet_device.at);
  if device.drain_requested_at is not null then
    allowed := 0;
    return;
  end if;
  if device.prefetch_max is null and device.max_per_minute is null then
    return;
  end if;

  -- Of two calls of one worker at once the second gets nothing: both would count the same room. It never waits.
  select * into beat from cogo.worker_heartbeats as known
  where known.device_id = device.device_id for update skip locked;
  if not found then
    allowed := 0;
    return;
  end if;
  if device.prefetch_max is not null then
    allowed := least(allowed, device.prefetch_max - cogo.device_holds(device.device_id));
  end if;
  if device.max_per_minute is not null then
    beat.tokens := least(
      greatest(device.max_per_minute / 6.0, 1),
      beat.tokens + device.max_per_minute / 60.0 * greatest(extract(epoch from greet_device.at - beat.tokens_at), 0)
    );
    update cogo.worker_heartbeats as known set tokens = beat.tokens, tokens_at = greet_device.at
    where known.device_id = device.device_id and floor(beat.tokens) > 0;
    allowed := least(allowed, floor(beat.tokens)::integer);
  end if;
  allowed := greatest(allowed, 0);
end;
$$;

comment on function cogo.greet_device(text, integer, uuid, uuid, timestamptz) is
  'A claim of a registered worker: counts as its beat, and clips its want to what draining, prefetch_max and max_per_minute leave. No device = not registered, want as given.';

revoke execute on function cogo.greet_device(text, integer, uuid, uuid, timestamptz) from public;
