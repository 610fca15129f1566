create function cogo.flow_number(workflow_id uuid)
returns bigint
language plpgsql
immutable
set search_path = ''
as $$
begin
  return ('x' || right(replace(flow_number.workflow_id::text, '-', ''), 16))::bit(64)::bigint & 4611686018427387903;
end;
$$;

comment on function cogo.flow_number(uuid) is
  'The number in the last 62 bits of a public id (see cogo.uuid_v7). Whether the id is that of a run, its creation time must tell.';

revoke execute on function cogo.flow_number(uuid) from public;
