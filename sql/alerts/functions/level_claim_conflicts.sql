create function cogo.level_claim_conflicts(slo cogo.slos, at timestamptz)
returns table (subject text, labels jsonb, value numeric, says text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  value := cogo.metric_sum('claim_conflicts', level_claim_conflicts.at - interval '1 hour', level_claim_conflicts.at);
  subject := '';
  labels := '{}';
  says := format('%s times in the last hour a worker reported on a job that it no longer held', trim_scale(coalesce(value, 0)));
  return next;
end;
$$;

comment on function cogo.level_claim_conflicts(cogo.slos, timestamptz) is
  'Reports that the fence refused in the last hour: the worker no longer held the job.';

revoke execute on function cogo.level_claim_conflicts(cogo.slos, timestamptz) from public;
