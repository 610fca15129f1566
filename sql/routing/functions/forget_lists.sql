create function cogo.forget_lists(at timestamptz)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  -- A choice that is being made may still read a list of a moment ago.
  horizon timestamptz := coalesce(
    (select decision.at from cogo.routing_decisions as decision order by decision.decision_id limit 1), forget_lists.at
  ) - interval '1 hour';
  lists integer;
  snapshots integer;
begin
  delete from cogo.route_lists as list where list.retired_at < horizon;
  get diagnostics lists = row_count;
  delete from cogo.routing_snapshots as snapshot
  where snapshot.published_at < horizon and coalesce(snapshot.left_at, snapshot.published_at) < horizon
    and not exists (select from cogo.routing_clock as clock where clock.snapshot_id = snapshot.snapshot_id)
    and not exists (select from cogo.route_lists as list where list.snapshot_id = snapshot.snapshot_id);
  get diagnostics snapshots = row_count;
  return jsonb_build_object('lists', lists, 'snapshots', snapshots);
end;
$$;

comment on function cogo.forget_lists(timestamptz) is
  'Forgets lists and snapshots that were left before the oldest receipt: what can be made again keeps all that it was made from.';

revoke execute on function cogo.forget_lists(timestamptz) from public;
