create function cogo.open_workflows_of(tenant_id uuid, after bigint, row_limit integer, out ids uuid[], out last_id bigint)
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
set jit = off
as $$
#variable_conflict use_column
begin
  -- A run that is stuck waits for a person, who will not come: it ends with its rows.
  with looked as materialized (
    select flow.* from cogo.workflows as flow
    where flow.id > open_workflows_of.after order by flow.id limit open_workflows_of.row_limit
  ),
  open as (
    select looked.id, cogo.uuid_v7(looked.created_at, looked.id) as public_id from looked
    where looked.tenant_id = open_workflows_of.tenant_id and looked.finished_at is null and looked.state <> 'stuck'
    order by looked.id limit 200
  )
  select (select array_agg(open.public_id order by open.id) from open), case
    when (select count(*) from open) = 200 then (select max(open.id) from open)
    when (select count(*) from looked) = open_workflows_of.row_limit then (select max(looked.id) from looked)
  end into ids, last_id;
end;
$$;

comment on function cogo.open_workflows_of(uuid, bigint, integer) is
  'The open runs of a tenant among the next ones behind an id, 200 at most, and up to which id it looked; null = to the end.';

revoke execute on function cogo.open_workflows_of(uuid, bigint, integer) from public;
