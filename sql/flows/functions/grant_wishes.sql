create function cogo.grant_wishes(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  wishes integer;
begin
  with gone as (
    delete from cogo.flow_inbox where ctid = any (array(
      select message.ctid from cogo.flow_inbox as message
      where message.kind = 'wish' order by message.id limit grant_wishes.row_limit for update skip locked
    ))
    returning job_id, note
  )
  insert into cogo.cancels as wish (job_id, requested_at, hard, reason)
  select gone.job_id, grant_wishes.at, coalesce(bool_or((gone.note -> 'hard')::boolean), false), max(gone.note ->> 'reason')
  from gone
  where not exists (select from cogo.attempts as final where final.job_id = gone.job_id and final.final)
  group by gone.job_id
  order by gone.job_id
  on conflict (job_id) do update set hard = wish.hard or excluded.hard;
  get diagnostics wishes = row_count;
  return wishes;
end;
$$;

comment on function cogo.grant_wishes(timestamptz, integer) is
  'Turns the wishes of runs into wishes to cancel. For the sweep alone, before it holds anything. Answers how many.';

revoke execute on function cogo.grant_wishes(timestamptz, integer) from public;
