create function cogo.trace_spans(job cogo.jobs, trace text, job_ids bigint[], flow_ids bigint[], most integer)
returns table (
  span_id text, parent_span_id text, under_job bigint, name text, kind text, started_at timestamptz, ended_at timestamptz,
  status text, attributes jsonb
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
begin
  return query
  select told.*
  from (
    select * from cogo.job_spans(trace_spans.job_ids)
    union all select * from cogo.flow_spans(trace_spans.flow_ids)
    union all select * from cogo.route_spans(trace_spans.trace, job.tenant_id, trace_spans.job_ids)
    union all select * from cogo.message_spans(trace_spans.trace, job.tenant_id)
  ) as told
  order by told.attributes -> 'cogo.job.id' is not distinct from to_jsonb(job.id) desc, told.started_at, told.span_id
  limit trace_spans.most;
end;
$$;

comment on function cogo.trace_spans(cogo.jobs, text, bigint[], bigint[], integer) is
  'All spans of a trace, the job''s own first. parent_span_id and under_job (a job''s number) say what each told of its parent, which may be elsewhere.';

revoke execute on function cogo.trace_spans(cogo.jobs, text, bigint[], bigint[], integer) from public;
