create function cogo.next_in_turn(lane_id smallint, after_tenant uuid)
returns uuid
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  tenant uuid;
begin
  select later.tenant_id into tenant from cogo.backlog as later
  where later.lane_id = next_in_turn.lane_id and later.tenant_id > next_in_turn.after_tenant
  order by later.tenant_id limit 1;
  if not found then
    select later.tenant_id into tenant from cogo.backlog as later
    where later.lane_id = next_in_turn.lane_id
    order by later.tenant_id limit 1;
  end if;
  return tenant;
end;
$$;

comment on function cogo.next_in_turn(smallint, uuid) is
  'The next tenant after one, in a circle, that has jobs in a lane''s backlog; null = nobody. One step in the index, however many jobs there are.';

revoke execute on function cogo.next_in_turn(smallint, uuid) from public;
