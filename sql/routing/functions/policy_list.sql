create function cogo.policy_list(policy_id bigint, ask jsonb, at timestamptz)
returns cogo.route_lists
language plpgsql
volatile
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  list cogo.route_lists;
  wanted_size text := (cogo.size_class((ask -> 'context_tokens')::bigint + coalesce((ask -> 'max_output_tokens')::bigint, 0))).name;
  wanted_task text := coalesce((
    select cogo.policy_task(policy.body, ask -> 'domain_tags') from cogo.routing_policies as policy
    where policy.policy_id = policy_list.policy_id and ask ? 'domain_tags'
  ), '*');
begin
  for turn in 1 .. 2 loop
    select known.* into list from cogo.route_lists as known
    where known.policy_id = policy_list.policy_id and known.service = ask ->> 'service'
      and known.task = wanted_task and known.size_class = wanted_size and known.retired_at is null;
    exit when found or turn = 2;
    perform cogo.refresh_lists(policy_list.at);
  end loop;
  return list;
end;
$$;

comment on function cogo.policy_list(bigint, jsonb, timestamptz) is
  'The current list of one policy for what is asked, whoever is served by which. Made now if the tick has not made it.';

revoke execute on function cogo.policy_list(bigint, jsonb, timestamptz) from public;
