create function cogo.list_members(tenant_id uuid, after uuid, row_limit integer)
returns setof jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  admin uuid := cogo.admin_tenant(list_members.tenant_id);
begin
  if (row_limit between 1 and 1000) is not true then
    perform cogo.refuse_argument('row_limit', 'it must be 1 to 1000');
  elsif admin is null then
    perform cogo.refuse_argument('tenant_id', 'an operator names it');
  end if;
  return query
  select to_jsonb(member) from cogo.members as member
  where member.tenant_id = admin and (list_members.after is null or member.user_id > list_members.after)
  order by member.user_id limit row_limit;
end;
$$;

comment on function cogo.list_members(uuid, uuid, integer) is
  'The members of a tenant in the order of their ids.';

revoke execute on function cogo.list_members(uuid, uuid, integer) from public;
grant execute on function cogo.list_members(uuid, uuid, integer) to authenticated, service_role;
