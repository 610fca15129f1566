create function cogo.flow_id(created_at timestamptz, number bigint)
returns uuid
language plpgsql
immutable
set search_path = ''
as $$
begin
  return cogo.uuid_v7(flow_id.created_at, flow_id.number);
end;
$$;

comment on function cogo.flow_id(timestamptz, bigint) is
  'The public id of a run.';

revoke execute on function cogo.flow_id(timestamptz, bigint) from public;
