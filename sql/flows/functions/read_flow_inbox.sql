create function cogo.read_flow_inbox(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  mine bigint[];
  read_kinds record;
begin
  if not exists (select from cogo.flow_inbox where flow_inbox.kind in ('look', 'cancel')) then
    return 0;
  end if;
  mine := array(
    select flow.id from cogo.workflows as flow
    where flow.id = any(array(
      select sent.workflow_id from cogo.flow_inbox as sent where sent.kind in ('look', 'cancel') order by sent.id limit read_flow_inbox.row_limit
    ))
    order by flow.id for update skip locked
  );
  if cardinality(mine) = 0 then
    return 0;
  end if;
  perform set_config('cogo.flows_locked', 'on', true);

  with gone as (
    delete from cogo.flow_inbox as sent where sent.ctid = any (array(
      select note.ctid from cogo.flow_inbox as note
      where note.workflow_id = any(mine) and note.kind in ('look', 'cancel') for update skip locked
    ))
    returning sent.workflow_id, sent.kind
  )
  select array_agg(gone.workflow_id) filter (where gone.kind = 'cancel') as cancelled into read_kinds from gone;

  perform cogo.settle_steps(mine, null, read_flow_inbox.at);
  perform cogo.back_out(read_kinds.cancelled, 'compensated', true, '{"message": "The parent run goes back."}', read_flow_inbox.at);
  perform cogo.move_flows(mine, read_flow_inbox.at);
  return cardinality(mine);
end;
$$;

comment on function cogo.read_flow_inbox(timestamptz, integer) is
  'Looks after runs that somebody left a note for, as far as nobody else holds them. Waits for nobody.';

revoke execute on function cogo.read_flow_inbox(timestamptz, integer) from public;
