create function cogo.check_started(given jsonb)
returns void
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  clash record;
begin
  select item.ordinal - 1 as place, cogo.flow_id(flow.created_at, flow.id) as id into clash
  from jsonb_to_recordset(check_started.given) as item (ordinal integer, id bigint, hash uuid, body uuid)
  join cogo.workflows as flow on flow.idempotency_hash = item.hash
  where flow.body_hash <> item.body
  order by item.ordinal limit 1;
  if found then
    raise sqlstate 'PT409' using
      message = format('Cannot start workflows[%s]: its idempotency_key belongs to run %s, which has another input', clash.place, clash.id),
      detail = 'idempotency_conflict',
      hint = 'Use a new key for new work, or send the first input again to get the first run.';
  end if;
end;
$$;

comment on function cogo.check_started(jsonb) is
  'Refuses a repeated key with another input. Errors: idempotency_conflict (409).';

revoke execute on function cogo.check_started(jsonb) from public;
