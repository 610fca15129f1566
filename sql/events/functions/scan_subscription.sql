create function cogo.scan_subscription(
  subscription cogo.subscriptions,
  settled bigint,
  want integer,
  out ids uuid[],
  out messages jsonb,
  out end_id bigint,
  out end_ordinal integer
)
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  patterns text[] := cogo.readable_patterns(subscription);
  channels text := cogo.channel_regex(patterns);
  job_events record := cogo.wanted_job_events(patterns);
  tenants uuid[];
  reach bigint;
  last_place bigint[];
begin
  select case when bool_and(split_part(pattern, '.', 2) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
    then array_agg(split_part(pattern, '.', 2))::uuid[] end
  into tenants
  from unnest(patterns) as pattern;
  reach := cogo.scan_reach(subscription.position_id, settled, job_events.wanted, job_events.types, tenants);

  with found as (
    select event.id, item.ordinal::integer, item.job_id, format(
      'tenant.%s.agent.cogo.%s.%s', job.tenant_id, split_part(job.type, '.', 1), event.type
    ) as channel, event.ts
    from cogo.events as event
    cross join lateral unnest(event.job_ids) with ordinality as item (job_id, ordinal)
    join cogo.jobs as job on job.id = item.job_id
    where job_events.wanted and event.id >= subscription.position_id and event.id <= reach
      and (job_events.types is null or event.type = any(job_events.types))
      and (tenants is null or event.tenant_id is null or event.tenant_id = any(tenants))
      and (event.id > subscription.position_id or item.ordinal > subscription.position_ordinal)
      and format('tenant.%s.agent.cogo.%s.%s', job.tenant_id, split_part(job.type, '.', 1), event.type) ~ channels
    union all
    select message.id, 1, null, format('tenant.%s.agent.%s.%s', message.tenant_id, message.agent, message.type), message.ts
    from cogo.messages as message
    where message.id > subscription.position_id and message.id <= reach
      and (tenants is null or message.tenant_id = any(tenants))
      and format('tenant.%s.agent.%s.%s', message.tenant_id, message.agent, message.type) ~ channels
    order by 1, 2
    limit scan_subscription.want
  )
  select
    array_agg(cogo.uuid_v7(found.ts, (found.id << 24) | found.ordinal) order by found.id, found.ordinal),
    jsonb_agg(jsonb_build_object(
      'channel', found.channel, 'attempt', 1 + subscription.losses, 'message', cogo.event_message(found.id, found.job_id)
    ) order by found.id, found.ordinal),
    max(array[found.id, found.ordinal])
  into ids, messages, last_place
  from found;

  if cardinality(ids) = scan_subscription.want then
    end_id := last_place[1];
    end_ordinal := last_place[2];
  else
    end_id := greatest(reach, subscription.position_id);
    end_ordinal := 2147483647;
  end if;
end;
$$;

comment on function cogo.scan_subscription(cogo.subscriptions, bigint, integer) is
  'What a subscription reads next, in order, and up to where it has then read. Reads nothing above the settled number.';

revoke execute on function cogo.scan_subscription(cogo.subscriptions, bigint, integer) from public;
