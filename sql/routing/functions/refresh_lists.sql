create function cogo.refresh_lists(at timestamptz)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  policy cogo.routing_policies;
  asked record;
  content cogo.route_lists;
  changed integer := 0;
  current_snapshot bigint;
begin
  -- One at a time: publications and the tick build the same lists.
  perform pg_advisory_xact_lock(hashtextextended('cogo.refresh_lists', 0));
  current_snapshot := cogo.publish_snapshot(refresh_lists.at);
  for policy in select known.* from cogo.routing_policies as known where known.state in ('shadow', 'canary', 'live') order by known.policy_id loop
    for asked in
      select service, task, size_class
      from unnest(array['chat', 'embeddings']) as service
      cross join (select '*' as task union select jsonb_object_keys(policy.body -> 'quality')) as tasks
      cross join unnest(array['small', 'medium', 'large', 'huge', 'all']) with ordinality as sizes (size_class, place)
      order by service, task, place
    loop
      -- Every model once more only where a list had to leave some out.
      continue when asked.size_class = 'all' and not exists (
        select from cogo.route_lists as known
        where known.policy_id = policy.policy_id and known.service = asked.service and known.task = asked.task
          and known.retired_at is null and known.size_class <> 'all' and known.is_cut
      );
      content := cogo.list_content(policy, asked.service, asked.task, asked.size_class, refresh_lists.at);
      changed := changed + cogo.publish_list(content, current_snapshot, refresh_lists.at)::integer;
    end loop;
  end loop;
  update cogo.route_lists as list set retired_at = refresh_lists.at
  from cogo.routing_policies as former
  where list.retired_at is null and former.policy_id = list.policy_id and former.state in ('draft', 'retired');
  return changed;
end;
$$;

comment on function cogo.refresh_lists(timestamptz) is
  'Makes the lists of all policies in use from the catalogue as it is. Answers how many changed.';

revoke execute on function cogo.refresh_lists(timestamptz) from public;
