create function cogo.verify_ingress()
returns table (invariant text, problem text, sample jsonb)
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return query
  select 'a callback waits for a job that is there', format('%s wait for none', count(*)), jsonb_agg(asked.job_id)
  from cogo.ingress_callbacks as asked
  where not exists (select from cogo.jobs as job where job.id = asked.job_id and job.tenant_id = asked.tenant_id)
  having count(*) > 0
  union all
  select 'the end of a job is told to its callback', format('%s were passed by', count(*)), jsonb_agg(asked.job_id)
  from cogo.ingress_callbacks as asked
  join cogo.attempts as final on final.job_id = asked.job_id and final.final
  cross join cogo.ingress_cursor as place
  where not exists (
    select from cogo.events as event
    where event.id > place.read_id and event.ts = final.finished_at and event.job_ids @> array[asked.job_id]
  )
  having count(*) > 0
  union all
  select 'a delivery has its job', format('%s have none', count(*)), jsonb_agg(delivery.hash)
  from cogo.inbound_deliveries as delivery where delivery.job_id is null
  having count(*) > 0;
end;
$$;

comment on function cogo.verify_ingress() is
  'The part of cogo.verify about requests from outside.';

revoke execute on function cogo.verify_ingress() from public;
