create function cogo.free_reservation(decision_id uuid, attempt integer)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  held record;
begin
  update cogo.reservations as known set state = 'freed'
  where known.decision_id = free_reservation.decision_id and known.attempt = free_reservation.attempt
    and known.state = 'reserved'
  returning known.window_ids, known.estimate_nano into held;
  if not found then
    return false;
  end if;
  perform cogo.move_money(held.window_ids, -held.estimate_nano, 0, 0);
  return true;
end;
$$;

comment on function cogo.free_reservation(uuid, integer) is
  'Gives back what an attempt held whose grant was never opened. Answers whether it did.';

revoke execute on function cogo.free_reservation(uuid, integer) from public;
