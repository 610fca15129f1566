create function cogo.close_unheld(job_ids bigint[], attempts smallint[], at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into cogo.attempts (job_id, fence, finished_at, attempt, final, outcome, error)
  select
    item.job_id, nextval('cogo.claims_fence_seq'), close_unheld.at, item.attempt, true, 'cancelled',
    case when cancels.reason is not null then jsonb_build_object('message', cancels.reason) end
  from unnest(close_unheld.job_ids, close_unheld.attempts) as item (job_id, attempt)
  left join cogo.cancels on cancels.job_id = item.job_id;

  perform cogo.record_events(array['job_cancelled'], close_unheld.job_ids, close_unheld.at, null, null, null);
  perform cogo.after_close(close_unheld.job_ids, close_unheld.at);
end;
$$;

comment on function cogo.close_unheld(bigint[], smallint[], timestamptz) is
  'Closes as cancelled the jobs whose place (message, waiting or blocked row) the caller has just taken away.';

revoke execute on function cogo.close_unheld(bigint[], smallint[], timestamptz) from public;
