create function cogo.get_reply(job_id bigint, request_id uuid)
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  job cogo.jobs;
begin
  if (get_reply.job_id is null) = (get_reply.request_id is null) then
    perform cogo.refuse_argument('job_id and request_id', 'give one of them');
  end if;
  select * into job from cogo.jobs as known
  where known.id = coalesce(get_reply.job_id, cogo.uuid_number(get_reply.request_id))
    and (get_reply.request_id is null or cogo.uuid_v7(known.created_at, known.id) = get_reply.request_id)
    and (tenant is null or known.tenant_id = tenant);
  if job.id is null then
    raise sqlstate 'PT404' using
      message = format('Cannot find request %s: there is no such job', coalesce(get_reply.request_id::text, get_reply.job_id::text)),
      detail = 'job_not_found',
      hint = 'Check the number; list_jobs shows the jobs you may see.';
  end if;

  perform cogo.expire_requests(array[job.id], cogo.now_(), 1);
  return cogo.reply_of(job);
end;
$$;

comment on function cogo.get_reply(bigint, uuid) is
  'How a request stands: pending, replied, failed or timed_out. Errors: bad_argument (400), job_not_found (404).';

revoke execute on function cogo.get_reply(bigint, uuid) from public;
grant execute on function cogo.get_reply(bigint, uuid) to authenticated, service_role;
