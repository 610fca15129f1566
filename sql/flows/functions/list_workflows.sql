create function cogo.list_workflows(only_state text, name_prefix text, before_workflow_id uuid, row_limit integer)
returns table (
  workflow_id uuid, tenant_id uuid, name text, version integer, state text, created_at timestamptz, finished_at timestamptz,
  parent_workflow_id uuid, next_before_workflow_id uuid
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  newest bigint := coalesce(pg_sequence_last_value('cogo.workflows_id_seq'::regclass), 0);
  oldest bigint;
begin
  if (only_state in ('running', 'confirming', 'compensating', 'stuck', 'succeeded', 'failed', 'compensated', 'cancelled')) is false then
    perform cogo.refuse_argument('only_state', 'it must be running, confirming, compensating, stuck, succeeded, failed, compensated or cancelled');
  end if;
  if row_limit is null or row_limit not between 1 and 1000 then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  end if;
  newest := least(newest, cogo.uuid_number(before_workflow_id) - 1);

  -- Windows of ids, as list_jobs reads them (docs/adr/0008).
  for turn in 1 .. 100 loop
    if tenant is not null then
      -- Over the runs of others in one leap.
      newest := coalesce((
        select own.id from cogo.workflows as own
        where (own.tenant_id, own.id) <= (tenant, newest) and (own.tenant_id, own.id) >= (tenant, 1)
        order by own.tenant_id desc, own.id desc limit 1
      ), 0);
    end if;
    exit when newest < 1;
    oldest := greatest(newest - 9999, 1);
    return query select * from cogo.list_flow_window(only_state, name_prefix, tenant, oldest, newest, row_limit);
    if found then
      return;
    end if;
    newest := oldest - 1;
  end loop;
  if newest >= 1 then
    next_before_workflow_id := cogo.uuid_v7(cogo.now_(), oldest);
    return next;
  end if;
end;
$$;

comment on function cogo.list_workflows(text, text, uuid, integer) is
  'A page of runs, newest first. next_before_workflow_id is null on the last page; a lone row without workflow_id says that a million runs held no match.';

revoke execute on function cogo.list_workflows(text, text, uuid, integer) from public;
grant execute on function cogo.list_workflows(text, text, uuid, integer) to authenticated, service_role;
