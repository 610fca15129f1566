create function cogo.serving_list(policy_id bigint, service text, domain_tags text[], tokens bigint, at timestamptz)
returns cogo.route_lists
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  list cogo.route_lists;
  wanted_size text := (cogo.size_class(serving_list.tokens)).name;
  wanted_task text := '*';
begin
  if cardinality(serving_list.domain_tags) > 0 then
    select tag into wanted_task
    from unnest(serving_list.domain_tags) with ordinality as tags (tag, place)
    join cogo.routing_policies as policy on policy.policy_id = serving_list.policy_id and policy.body -> 'quality' ? tag
    order by place
    limit 1;
    wanted_task := coalesce(wanted_task, '*');
  end if;
  for turn in 1 .. 2 loop
    select known.* into list from cogo.route_lists as known
    where known.policy_id = serving_list.policy_id and known.service = serving_list.service
      and known.task = wanted_task and known.size_class = wanted_size and known.retired_at is null;
    exit when found or turn = 2;
    perform cogo.refresh_lists(serving_list.at);
  end loop;
  return list;
end;
$$;

comment on function cogo.serving_list(bigint, text, text[], bigint, timestamptz) is
  'The current list for a request: of the first of its tags that the policy knows as a task, and of its size. Made now if the tick has not made it.';

revoke execute on function cogo.serving_list(bigint, text, text[], bigint, timestamptz) from public;
