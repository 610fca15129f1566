create function cogo.metric_place(metric text, out series text, out counter text)
language plpgsql
stable
set search_path = ''
as $$
begin
  series := case
    when metric in (
      'jobs_enqueued', 'jobs_claimed', 'jobs_started', 'jobs_succeeded', 'jobs_failed', 'jobs_cancelled', 'jobs_retried',
      'jobs_released', 'jobs_dead_lettered', 'leases_expired'
    ) then 'jobs'
    when metric in ('leases_renewed', 'claim_conflicts') then 'leases'
    when metric in ('schedule_runs', 'schedule_late') then 'schedule_lag'
    when metric in ('http_requests', 'http_errors') then 'http'
    when metric in ('tokens', 'cost_nano') then 'llm'
  end;
  if series is null then
    perform cogo.refuse_argument('name', format('no metric is called %L', metric));
  end if;
  counter := case
    when metric = 'leases_expired' then 'orphaned'
    when series in ('jobs', 'schedule_lag', 'http') then substr(metric, strpos(metric, '_') + 1)
    else metric
  end;
end;
$$;

comment on function cogo.metric_place(text) is
  'Where a metric''s growth is kept: the series, and the name in its counts. Errors: bad_argument (400).';

revoke execute on function cogo.metric_place(text) from public;
