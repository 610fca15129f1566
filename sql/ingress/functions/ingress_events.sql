create function cogo.ingress_events(id uuid, after_event_id uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  job cogo.jobs := cogo.own_job(ingress_events.id);
begin
  return coalesce((
    select jsonb_agg(jsonb_build_object(
      'id', told.id, 'type', told.type, 'ts', told.ts,
      'data', jsonb_strip_nulls(jsonb_build_object(
        'job_id', ingress_events.id, 'type', job.type, 'attempt', told.payload -> 'attempt', 'error', told.payload -> 'error'
      ))
    ) order by told.id)
    from cogo.job_events(job.id, ingress_events.after_event_id, 100) as told
  ), '[]');
end;
$$;

comment on function cogo.ingress_events(uuid, uuid) is
  'What a job went through after an event, in order, at most 100: [{id, type, ts, data}]. Errors: job_not_found (404).';

revoke execute on function cogo.ingress_events(uuid, uuid) from public;
grant execute on function cogo.ingress_events(uuid, uuid) to authenticated, service_role;
