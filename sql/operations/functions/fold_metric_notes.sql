create function cogo.fold_metric_notes(at timestamptz)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  perform cogo.fold_leases(fold_metric_notes.at);
  if exists (select from cogo.schedule_notes) then
    perform cogo.fold_schedule_notes();
  end if;
  if exists (select from cogo.http_flushes) then
    perform cogo.fold_http(fold_metric_notes.at);
  end if;
end;
$$;

comment on function cogo.fold_metric_notes(timestamptz) is
  'Moves what was noted on the way into the history: renewals, conflicts, runs of schedules, answers of functions. By one at a time, see cogo.fold_calls.';

revoke execute on function cogo.fold_metric_notes(timestamptz) from public;
