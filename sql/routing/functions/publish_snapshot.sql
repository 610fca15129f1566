create function cogo.publish_snapshot(at timestamptz)
returns bigint
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  snapshot cogo.routing_snapshots;
  current_id bigint;
begin
  select
    coalesce(array_agg(seen.model_id order by seen.model_id), '{}'), coalesce(array_agg(seen.state order by seen.model_id), '{}'),
    coalesce(array_agg(seen.share order by seen.model_id), '{}'), coalesce(array_agg(seen.error_rate order by seen.model_id), '{}'),
    coalesce(array_agg(seen.first_token_ms order by seen.model_id), '{}'),
    coalesce(array_agg(seen.tokens_per_second order by seen.model_id), '{}'), coalesce(array_agg(seen.in_flight order by seen.model_id), '{}')
  into snapshot.model_ids, snapshot.states, snapshot.shares, snapshot.error_rates, snapshot.first_token_ms,
    snapshot.tokens_per_second, snapshot.in_flight
  from cogo.health_seen(publish_snapshot.at) as seen;
  snapshot.sha256 := sha256(convert_to(snapshot::text, 'UTF8'));

  select known.snapshot_id into current_id from cogo.routing_snapshots as known where known.sha256 = snapshot.sha256;
  if current_id is null then
    insert into cogo.routing_snapshots (
      sha256, model_ids, states, shares, error_rates, first_token_ms, tokens_per_second, in_flight, published_at
    )
    values (
      snapshot.sha256, snapshot.model_ids, snapshot.states, snapshot.shares, snapshot.error_rates, snapshot.first_token_ms,
      snapshot.tokens_per_second, snapshot.in_flight, publish_snapshot.at
    )
    returning snapshot_id into current_id;
  end if;
  insert into cogo.routing_clock as clock (ticked_at, snapshot_id, catalogue_mark)
  values (publish_snapshot.at, current_id, '')
  on conflict (only_row) do update set ticked_at = excluded.ticked_at, snapshot_id = excluded.snapshot_id;
  return current_id;
end;
$$;

comment on function cogo.publish_snapshot(timestamptz) is
  'Publishes health as it is, or finds the snapshot that says the same. To be called by one at a time.';

revoke execute on function cogo.publish_snapshot(timestamptz) from public;
