create function cogo.fold_losses(counted jsonb, after_id bigint, up_to bigint)
returns void
language plpgsql
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
declare
  orphaned bigint;
begin
  select sum((line -> 'counts' ->> 'orphaned')::bigint) into orphaned from jsonb_array_elements(fold_losses.counted) as line;
  if orphaned > 0 then
    perform cogo.count_calls('lease_expiries', '{}', orphaned);
  end if;
  if jsonb_path_exists(fold_losses.counted, '$[*].counts.dead_lettered') then
    perform cogo.count_calls('dead_letters', jsonb_build_object('stage', died.stage, 'reason', died.reason), died.many)
    from (
      select letter.stage, letter.reason, count(*) as many
      from cogo.events as event
      cross join lateral unnest(event.job_ids) as named (job_id)
      cross join lateral (
        select known.stage, known.reason from cogo.dead_letters as known where known.job_id = named.job_id limit 1
      ) as letter
      where event.id > fold_losses.after_id and event.id <= fold_losses.up_to and event.type = 'job_dead_lettered'
      group by letter.stage, letter.reason
    ) as died;
  end if;
  if exists (select from cogo.ready_notes) then
    delete from cogo.ready_notes as note
    using cogo.events as event, unnest(event.job_ids) as named (job_id)
    where event.id > fold_losses.after_id and event.id <= fold_losses.up_to and event.type in ('job_claimed', 'job_cancelled')
      and note.job_id = named.job_id;
  end if;
end;
$$;

comment on function cogo.fold_losses(jsonb, bigint, bigint) is
  'Adds holds whose worker fell silent, and dead letters by stage and reason, to cogo.call_totals; forgets since when the jobs were ready that have been claimed.';

revoke execute on function cogo.fold_losses(jsonb, bigint, bigint) from public;
