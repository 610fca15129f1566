create function cogo.forget_wishes(job_ids bigint[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  -- Never waits for a row: a caller may hold claims by now, and who holds a wish may be waiting for one. The sweep comes
  -- back for what is skipped. A job taken out of a live claim keeps its wish, so that the worker is told at its renewal.
  delete from cogo.cancels where ctid = any (array(
    select wish.ctid from cogo.cancels as wish
    where wish.job_id = any(forget_wishes.job_ids)
      and exists (select from cogo.attempts as final where final.job_id = wish.job_id and final.final)
      and not (wish.hard and exists (
        select from cogo.attempts as taken join cogo.claims as claim on claim.fence = taken.fence
        where taken.job_id = wish.job_id and taken.outcome = 'cancelled'
      ))
    for update of wish skip locked
  ));
end;
$$;

comment on function cogo.forget_wishes(bigint[]) is 'Drops wishes to cancel that closed jobs have no more use for.';

revoke execute on function cogo.forget_wishes(bigint[]) from public;
