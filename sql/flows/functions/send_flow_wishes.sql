create function cogo.send_flow_wishes(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  job_ids bigint[];
begin
  with gone as (
    delete from cogo.flow_inbox as sent where sent.ctid = any (array(
      select note.ctid from cogo.flow_inbox as note
      where note.kind in ('wish', 'force') order by note.id limit send_flow_wishes.row_limit for update skip locked
    ))
    returning sent.job_id, sent.kind
  ),
  wished as (
    insert into cogo.cancels as wish (job_id, requested_at, hard, reason)
    select gone.job_id, send_flow_wishes.at, bool_or(gone.kind = 'force'), 'Its workflow has no more use for it.'
    from gone
    where exists (select from cogo.step_jobs as open where open.job_id = gone.job_id)
      and not exists (select from cogo.attempts as final where final.job_id = gone.job_id and final.final)
    group by gone.job_id order by gone.job_id
    on conflict (job_id) do update set hard = wish.hard or excluded.hard
    returning wish.job_id
  )
  select array_agg(wished.job_id) into job_ids from wished;
  if job_ids is null then
    return 0;
  end if;
  perform cogo.close_cancelled(job_ids, send_flow_wishes.at, cardinality(job_ids));
  return cardinality(job_ids);
end;
$$;

comment on function cogo.send_flow_wishes(timestamptz, integer) is
  'Asks jobs of runs that go back to stop. Called by the sweep, which holds no run by then.';

revoke execute on function cogo.send_flow_wishes(timestamptz, integer) from public;
