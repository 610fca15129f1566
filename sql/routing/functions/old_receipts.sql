create function cogo.old_receipts(before timestamptz, row_limit integer)
returns uuid[]
language plpgsql
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  -- Ids begin with the time. A decision that no counter has seen yet is not dropped.
  up_to uuid := least(cogo.uuid_v7(old_receipts.before, 0), (select fold.decision_id from cogo.call_folds as fold));
  ids uuid[];
begin
  select array_agg(due.decision_id) into ids
  from (
    (
      select held.decision_id from cogo.reservations as held
      where held.decision_id < up_to and held.attempt = 1 and held.created_at < old_receipts.before
      order by held.decision_id limit old_receipts.row_limit
    )
    union
    (
      -- Who draws a lease may name it, so its id need not tell its time.
      select held.decision_id from cogo.reservations as held
      where held.model_id = 0 and held.created_at < old_receipts.before
      order by held.created_at limit old_receipts.row_limit
    )
    limit old_receipts.row_limit
  ) as due;
  -- Whoever settles one of them now is not waited for: the next round looks again.
  select array_agg(whole.decision_id) into ids
  from (
    select mine.decision_id, count(*) as many
    from (
      select held.decision_id from cogo.reservations as held
      where held.decision_id = any (ids) and held.state not in ('reserved', 'opened')
      for update skip locked
    ) as mine
    group by mine.decision_id
  ) as whole
  where whole.many = (select count(*) from cogo.reservations as each_ where each_.decision_id = whole.decision_id);
  return array(
    select due.decision_id from unnest(ids) as due (decision_id)
    where not exists (
      select from cogo.routing_outcomes as outcome where outcome.decision_id = due.decision_id and not outcome.is_counted
    )
  );
end;
$$;

comment on function cogo.old_receipts(timestamptz, integer) is
  'Locks decisions and leases made before a time of which every attempt is at its end and counted, and answers their ids.';

revoke execute on function cogo.old_receipts(timestamptz, integer) from public;
