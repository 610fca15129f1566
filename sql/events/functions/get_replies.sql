create function cogo.get_replies(job_ids bigint[])
returns jsonb
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  at timestamptz := cogo.now_();
  known bigint[];
  told jsonb;
begin
  if (cardinality(get_replies.job_ids) between 1 and 1000 and array_position(get_replies.job_ids, null) is null) is not true then
    perform cogo.refuse_argument('job_ids', 'it must hold 1 to 1000 numbers');
  end if;
  known := array(
    select job.id from cogo.jobs as job
    where job.id = any(get_replies.job_ids) and (tenant is null or job.tenant_id = tenant)
  );
  perform cogo.expire_requests(known, at, 1000);

  with answered as (
    select given.job_id, given.ordinal, sum(octet_length(final.result::text)) over (order by given.ordinal) as bytes
    from unnest(get_replies.job_ids) with ordinality as given (job_id, ordinal)
    left join cogo.attempts as final on final.job_id = given.job_id and final.final and final.job_id = any(known)
  )
  select jsonb_agg(case
    when job.id is null then jsonb_build_object('job_id', answered.job_id, 'state', 'not_found')
    else cogo.reply_of(job)
  end order by answered.ordinal) into told
  from answered left join cogo.jobs as job on job.id = answered.job_id and job.id = any(known)
  -- What would make the answer too large is left out, but never the first of them.
  where answered.bytes is null or answered.bytes <= 2097152 or answered.ordinal = 1;
  return jsonb_build_object('now', at, 'replies', told);
end;
$$;

comment on function cogo.get_replies(bigint[]) is
  'How many requests stand, each as get_reply tells it or not_found, in the order given. What does not fit into 2 MB is left out. Errors: bad_argument (400).';

revoke execute on function cogo.get_replies(bigint[]) from public;
grant execute on function cogo.get_replies(bigint[]) to authenticated, service_role;
