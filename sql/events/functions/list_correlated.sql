create function cogo.list_correlated(correlation_id uuid, after_job_id bigint, after_message uuid, row_limit integer, only_tenant uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := coalesce(cogo.acting_tenant(list_correlated.only_tenant), cogo.caller_tenant(), cogo.default_tenant());
  group_id uuid := list_correlated.correlation_id;
  last_job bigint := coalesce(list_correlated.after_job_id, 0);
  last_message bigint := coalesce((cogo.message_place(list_correlated.after_message)).event_id, 0);
  job_ids bigint[];
  message_ids bigint[];
begin
  if group_id is null then
    perform cogo.refuse_argument('correlation_id', 'it is missing');
  end if;
  if list_correlated.row_limit is null or list_correlated.row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  job_ids := array(
    select member.id from (
      -- The beginning of it all, if that is a job: its correlation is its own id.
      (select root.id from cogo.jobs as root
      where root.id = cogo.uuid_number(group_id) and root.id > last_job and root.tenant_id = tenant
        and root.correlation_id is null and cogo.uuid_v7(root.created_at, root.id) = group_id)
      union all
      (select job.id from cogo.jobs as job
      where job.correlation_id = group_id and job.tenant_id = tenant and job.id > last_job
      order by job.id limit list_correlated.row_limit)
    ) as member
    order by member.id limit list_correlated.row_limit
  );
  message_ids := array(
    select message.id from cogo.messages as message
    where message.correlation_id = group_id and message.tenant_id = tenant and message.id > last_message
    order by message.id limit list_correlated.row_limit
  );
  return jsonb_build_object(
    'correlation_id', group_id,
    'jobs', cogo.caused_jobs(job_ids),
    'messages', cogo.caused_messages(message_ids),
    'next', case when greatest(cardinality(job_ids), cardinality(message_ids)) = list_correlated.row_limit then jsonb_build_object(
      'after_job_id', coalesce(job_ids[cardinality(job_ids)], last_job),
      'after_message', coalesce((
        select cogo.uuid_v7(message.ts, (message.id << 24) | 1) from cogo.messages as message
        where message.id = message_ids[cardinality(message_ids)]
      ), list_correlated.after_message)
    ) end
  );
end;
$$;

comment on function cogo.list_correlated(uuid, bigint, uuid, integer, uuid) is
  'A page of the jobs and published messages of one correlation, each with its cause, of one tenant: the caller''s; for an operator the one named, else the default one. Errors: bad_argument (400).';

revoke execute on function cogo.list_correlated(uuid, bigint, uuid, integer, uuid) from public;
grant execute on function cogo.list_correlated(uuid, bigint, uuid, integer, uuid) to authenticated, service_role;
