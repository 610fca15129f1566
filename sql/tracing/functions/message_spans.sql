create function cogo.message_spans(trace text, tenant_id uuid)
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
  select
    cogo.span_id('message:' || message.id), substr(message.traceparent, 37, 16),
    (
      select job.id from cogo.jobs as job
      where job.id = cogo.uuid_number(message.cause) and cogo.uuid_v7(job.created_at, job.id) = message.cause
    ),
    'publish ' || message.type, 'producer', message.ts, message.ts, 'ok',
    jsonb_build_object(
      'cogo.message.id', cogo.uuid_v7(message.ts, (message.id << 24) | 1), 'cogo.message.type', message.type, 'cogo.agent', message.agent
    )
  from cogo.messages as message
  where message.traceparent is not null and substr(message.traceparent, 4, 32) = message_spans.trace
    and message.tenant_id = message_spans.tenant_id
  order by message.id limit 201;
end;
$$;

comment on function cogo.message_spans(text, uuid) is 'Published messages that carry a trace, as spans.';

revoke execute on function cogo.message_spans(text, uuid) from public;
