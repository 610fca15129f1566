create function cogo.requests_in_hand(jobs jsonb)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  told jsonb;
begin
  select jsonb_agg(jsonb_build_object('job_id', asked.job_id, 'expires_at', asked.expires_at, 'asked_by', asked.asked_by)) into told
  from jsonb_array_elements(requests_in_hand.jobs) as item (job)
  join cogo.requests as asked on asked.job_id = (item.job ->> 'job_id')::bigint;
  return case when told is null then '{}' else jsonb_build_object('requests', told) end;
end;
$$;

comment on function cogo.requests_in_hand(jsonb) is
  'What a worker is told of those claimed jobs whose asker waits: {requests: [{job_id, expires_at, asked_by}]}, or {}.';

revoke execute on function cogo.requests_in_hand(jsonb) from public;
