create function cogo.metrics_transitions(first_id bigint, since timestamptz, tenant uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  counts jsonb;
begin
  select coalesce(jsonb_object_agg(counted.type, counted.jobs), '{}')
  into counts
  from (
    select
      event.type,
      sum(
        case
          when metrics_transitions.tenant is null or event.tenant_id = metrics_transitions.tenant then cardinality(event.job_ids)
          when event.tenant_id is null then (
            select count(*)
            from unnest(event.job_ids) as named (job_id)
            join cogo.jobs as job on job.id = named.job_id
            where job.tenant_id = metrics_transitions.tenant
          )
          else 0
        end
      ) as jobs
    from cogo.events as event
    where event.id >= metrics_transitions.first_id and event.ts >= metrics_transitions.since
    group by event.type
  ) as counted
  where counted.jobs > 0;
  return counts;
end;
$$;

comment on function cogo.metrics_transitions(bigint, timestamptz, uuid) is
  'How many jobs took each transition since an event and a time: {event type: jobs}. A tenant counts only its own jobs; null counts all.';

revoke execute on function cogo.metrics_transitions(bigint, timestamptz, uuid) from public;
