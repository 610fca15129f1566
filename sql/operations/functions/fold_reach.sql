create function cogo.fold_reach(after_id bigint, up_to bigint)
returns bigint
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  -- Always one event, so that it goes on.
  return coalesce((
    select min(near.id) - 1
    from (
      select event.id, row_number() over in_order as place, sum(cardinality(event.job_ids)) over in_order as jobs
      from (
        select known.id, known.job_ids from cogo.events as known
        where known.id > fold_reach.after_id and known.id <= least(fold_reach.up_to, fold_reach.after_id + 100000)
        order by known.id
      ) as event
      window in_order as (order by event.id rows unbounded preceding)
    ) as near
    where near.jobs > 500000 and near.place > 1
  ), least(fold_reach.up_to, fold_reach.after_id + 100000));
end;
$$;

comment on function cogo.fold_reach(bigint, bigint) is
  'How far one fold goes: 100,000 numbers or 500,000 transitions of jobs, whatever is less.';

revoke execute on function cogo.fold_reach(bigint, bigint) from public;
