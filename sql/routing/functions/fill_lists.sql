create function cogo.fill_lists(snapshot_id bigint)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  list cogo.route_lists;
  health record;
  filled integer := 0;
begin
  for list in
    select known.* from cogo.route_lists as known
    where known.retired_at is null and known.snapshot_id <> fill_lists.snapshot_id
    order by known.list_id
  loop
    select seen.* into health from cogo.list_health(list, fill_lists.snapshot_id) as seen;
    if (health.states, health.shares, health.merits, health.wait_ms, health.token_ms)
      is distinct from (list.states, list.shares, list.merits, list.wait_ms, list.token_ms) then
      update cogo.route_lists as known set
        snapshot_id = fill_lists.snapshot_id, states = health.states, shares = health.shares, merits = health.merits,
        wait_ms = health.wait_ms, token_ms = health.token_ms
      where known.list_id = list.list_id;
      update cogo.routing_snapshots as former set left_at = cogo.now_() where former.snapshot_id = list.snapshot_id;
      filled := filled + 1;
    end if;
  end loop;
  return filled;
end;
$$;

comment on function cogo.fill_lists(bigint) is
  'Writes a snapshot''s health into the current lists that it changes. The others keep the number of the snapshot they were filled from.';

revoke execute on function cogo.fill_lists(bigint) from public;
