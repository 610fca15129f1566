create function cogo.join_key_queues(job_ids bigint[])
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  insert into cogo.key_queue (limit_hash, job_id)
  select cogo.limit_hash('key', job.tenant_id, job.concurrency_key), job.id
  from cogo.jobs as job
  where job.id = any(join_key_queues.job_ids) and job.concurrency_key is not null
    and (cogo.resolve_job_type(job.type)).key_strict
  order by job.id;

  -- What makes claims look for keys at all, whatever limits operators set and remove. Written once in the life of a database.
  if not exists (select from cogo.limits where limits.scope = 'key' and limits.name is null) then
    insert into cogo.limits (scope, reason, changed_at) values ('key', 'Keys are in use; their types limit them.', cogo.now_())
    on conflict do nothing;
  end if;
end;
$$;

comment on function cogo.join_key_queues(bigint[]) is
  'Notes new jobs with a concurrency_key: those of strict keys queue in order.';

revoke execute on function cogo.join_key_queues(bigint[]) from public;
