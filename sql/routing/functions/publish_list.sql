create function cogo.publish_list(content cogo.route_lists, snapshot_id bigint, at timestamptz)
returns boolean
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  list cogo.route_lists := publish_list.content;
begin
  if exists (
    select from cogo.route_lists as known
    where known.policy_id = list.policy_id and known.service = list.service and known.task = list.task
      and known.size_class = list.size_class and known.retired_at is null and known.sha256 = list.sha256
  ) then
    return false;
  end if;
  update cogo.route_lists as known set retired_at = publish_list.at
  where known.policy_id = list.policy_id and known.service = list.service and known.task = list.task
    and known.size_class = list.size_class and known.retired_at is null;

  list := cogo.with_health(list, publish_list.snapshot_id);
  list.list_id := nextval('cogo.route_lists_list_id_seq');
  list.snapshot_id := publish_list.snapshot_id;
  list.made_at := publish_list.at;
  insert into cogo.route_lists overriding system value select list.*;
  return true;
end;
$$;

comment on function cogo.publish_list(cogo.route_lists, bigint, timestamptz) is
  'Puts a list in the place of the current one, unless that says the same. Answers whether it did.';

revoke execute on function cogo.publish_list(cogo.route_lists, bigint, timestamptz) from public;
