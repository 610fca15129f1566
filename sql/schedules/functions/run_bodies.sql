create function cogo.run_bodies(schedule_ids bigint[], due_ats timestamptz[])
returns table (schedule_id bigint, due_at timestamptz, starts text, body jsonb, overlap text)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  is_operator boolean := cogo.caller_tenant() is null;
begin
  -- jsonb has one way to write a thing, and within a string its quotes are escaped: text may stand for a parse.
  return query
  select
    schedule.id, given.due_at, case when schedule.job is not null then 'job' else 'workflow' end,
    replace(replace(
      coalesce(schedule.job, schedule.workflow)::text, '{"$ref": "due_at"}', to_jsonb(given.due_at)::text
    ), '{"$ref": "schedule"}', to_jsonb(schedule.name)::text)::jsonb
      || jsonb_build_object(
        'idempotency_key', format('schedule:%s:%s', schedule.id, (extract(epoch from given.due_at) * 1000000)::bigint)
      )
      || case when is_operator then jsonb_build_object('tenant_id', schedule.tenant_id) else '{}' end,
    schedule.overlap
  from unnest(run_bodies.schedule_ids, run_bodies.due_ats) as given (schedule_id, due_at)
  join cogo.schedules as schedule on schedule.id = given.schedule_id;
end;
$$;

comment on function cogo.run_bodies(bigint[], timestamptz[]) is
  'What to enqueue or start for runs: the template filled in, its tenant, and the key that makes a run happen once.';

revoke execute on function cogo.run_bodies(bigint[], timestamptz[]) from public;
