set local lock_timeout = '5s';

set local check_function_bodies = off;

DROP FUNCTION "cogo"."ready_heads"(text);

CREATE OR REPLACE FUNCTION cogo.access_token_hook(event jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  claims jsonb := coalesce(access_token_hook.event -> 'claims', '{}');
  person text := access_token_hook.event ->> 'user_id';
  member cogo.members;
begin
  select known.* into member from cogo.members as known
  join cogo.tenants as tenant on tenant.tenant_id = known.tenant_id
  where known.user_id = case when person ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then person::uuid end and tenant.state = 'active'
  -- Of several tenants the one that an administrator chose for the person, else the first.
  order by (known.tenant_id::text = lower(claims #>> '{app_metadata,tenant_id}')) is true desc, known.added_at, known.tenant_id
  limit 1;
  claims := claims - array['tenant_id', 'agent_id', 'project_id', 'scopes', 'member_role'];
  if found then
    claims := claims || jsonb_build_object(
      'tenant_id', member.tenant_id, 'member_role', member.role, 'scopes', to_jsonb(cogo.role_scopes(member.role))
    );
  end if;
  return access_token_hook.event || jsonb_build_object('claims', claims);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.caller_tenant(scope text)
 RETURNS uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
declare
  claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
  tenant text := claims ->> 'tenant_id';
  subject text := coalesce(claims ->> 'agent_id', claims ->> 'sub');
begin
  -- As cogo.caller_tenant() decides it, without a second call: every RPC comes by here.
  if coalesce(claims ->> 'role', 'service_role') = 'service_role'
    and pg_has_role(coalesce(nullif(current_setting('role', true), 'none'), session_user), 'service_role', 'member') then
    return null;
  elsif tenant is null or tenant !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    perform cogo.caller_tenant(); -- raises not_an_agent
  end if;
  if (claims -> 'scopes' ? caller_tenant.scope) is not true and cogo.caller_limits(caller_tenant.scope) = '{}' then
    raise sqlstate 'PT403' using
      message = format('Cannot do this: the token lacks the scope %s', caller_tenant.scope),
      detail = 'insufficient_scope',
      hint = 'Ask for a token with that scope; who administers the tenant grants it with update_agent.';
  end if;
  if exists (
    select from cogo.revocations as refused
    where refused.tenant_id = tenant::uuid and refused.subject_id in (
      tenant::uuid, case when subject ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then subject::uuid end
    )
  ) then
    raise sqlstate 'PT403' using
      message = 'Cannot act any more: the agent, the member or the tenant of this token was revoked or suspended',
      detail = 'agent_revoked',
      hint = 'Ask who administers the tenant; a new token will not help.';
  end if;
  return tenant::uuid;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.level_queue_age(slo cogo.slos, at timestamp with time zone)
 RETURNS TABLE(subject text, labels jsonb, value numeric, says text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select
    told.executor, jsonb_build_object('executor', told.executor), told.seconds,
    format('the oldest ready job of %s has been waiting for %s', told.executor, cogo.span_text(told.seconds))
  from (
    select
      head.executor,
      round(greatest(extract(epoch from level_queue_age.at - coalesce(min(head.oldest_at), level_queue_age.at)), 0)::numeric, 1) as seconds
    from cogo.ready_heads(slo.executor) as head
    where not head.paused
    group by head.executor
  ) as told;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.notifications_due()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  -- A floor stays behind while an old transaction is open: without a look the function would be asked all the while.
  return exists (select from cogo.ready_heads('notify') as head where head.depth > 0 and not head.paused);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.ready_heads(only_executor text)
 RETURNS TABLE(executor text, depth bigint, oldest_at timestamp with time zone, paused boolean)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
 SET enable_seqscan TO 'off'
 SET jit TO 'off'
 SET enable_bitmapscan TO 'off'
AS $function$
#variable_conflict use_column
declare
  lane record;
  head record;
begin
  for lane in
    select known.executor, hint.queue_name, hint.floor_at, hint.tail, hint.paused
    from cogo.lane_hints(ready_heads.only_executor) as hint join cogo.lanes as known on known.lane_id = hint.lane_id
  loop
    executor := lane.executor;
    paused := lane.paused;
    depth := 0;
    oldest_at := null;
    if lane.tail > lane.floor_at then
      execute format(
        'select msg_id, vt from pgmq.%I where msg_id > %s order by msg_id limit 1', 'q_' || lane.queue_name, lane.floor_at
      ) into head;
      if head.msg_id is not null then
        depth := greatest(lane.tail - head.msg_id + 1, 1);
        oldest_at := head.vt;
      end if;
    end if;
    return next;
  end loop;
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.slo_events(slo cogo.slos, since timestamp with time zone, until timestamp with time zone, OUT good numeric, OUT total numeric)
 RETURNS record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
declare
  series text := case slo.kind
    when 'availability' then 'http' when 'http_latency' then 'http' when 'failure_rate' then 'jobs' when 'lease_expiry' then 'jobs'
    else slo.kind
  end;
  -- Null, where it is of nobody in particular: one series tells of all together, however many tenants and types there are.
  labels jsonb := case when slo.executor is not null then jsonb_build_object('executor', slo.executor) end;
begin
  if slo.threshold_ms is not null then
    select sum(item.many) filter (where cogo.bin_ms(item.bin) <= slo.threshold_ms), sum(item.many) into good, total
    from cogo.metric_slices(series, slo_events.since, slo_events.until, slo.tenant_id, labels) as line
    cross join lateral unnest(line.bins, line.bin_counts) as item (bin, many);
  else
    select sum(told.all_ - told.bad), sum(told.all_) into good, total
    from (
      select
        coalesce((line.counts ->> case slo.kind when 'availability' then 'requests' when 'lease_expiry' then 'claimed' else 'succeeded' end)::numeric, 0)
          + case when slo.kind = 'failure_rate' then coalesce((line.counts ->> 'failed')::numeric, 0) else 0 end as all_,
        coalesce((line.counts ->> case slo.kind when 'availability' then 'errors' when 'lease_expiry' then 'orphaned' else 'failed' end)::numeric, 0) as bad
      from cogo.metric_slices(series, slo_events.since, slo_events.until, slo.tenant_id, labels) as line
    ) as told;
  end if;
  total := coalesce(total, 0);
  -- A lease may expire in another window than its claim.
  good := least(greatest(coalesce(good, 0), 0), total);
end;
$function$;

CREATE OR REPLACE FUNCTION cogo.verify_metrics()
 RETURNS TABLE(invariant text, problem text, sample jsonb)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
#variable_conflict use_column
begin
  return query
  select 'an hour holds its minutes, and a day its hours', format('%s rows differ', count(*)), jsonb_agg(apart.line)
  from (
    select jsonb_build_object('series_id', apart.series_id, 'step', apart.step, 'at', apart.at) as line
    from cogo.metric_rows_apart() as apart limit 10
  ) as apart
  having count(*) > 0
  union all
  select 'no more was measured than happened', format('%s minutes have more times than transitions', count(*)), jsonb_agg(over.line)
  from (
    select jsonb_build_object('name', timed.name, 'at', line.at, 'labels', timed.labels) as line
    from cogo.metric_series as timed
    join cogo.metric_rows as line on line.series_id = timed.series_id and line.step = '1m'
    left join cogo.metric_rows as jobs
      on jobs.series_id = cogo.series_id('jobs', timed.tenant_id, timed.labels) and jobs.step = '1m' and jobs.at = line.at
    -- Below it minutes are being forgotten, in any order.
    where line.at >= coalesce((select horizon.minutes_from from cogo.metric_horizon as horizon), '-infinity')
      and timed.name in ('wait', 'run') and (select sum(many) from unnest(line.bin_counts) as many) > coalesce(case timed.name
      when 'wait' then (jobs.counts ->> 'claimed')::numeric
      else coalesce((jobs.counts ->> 'succeeded')::numeric, 0) + coalesce((jobs.counts ->> 'failed')::numeric, 0)
        + coalesce((jobs.counts ->> 'retried')::numeric, 0)
    end, 0)
    limit 10
  ) as over
  having count(*) > 0
  union all
  select 'all together is the sum of each', format('%s minutes differ', count(*)), jsonb_agg(apart.line)
  from (
    select jsonb_build_object('name', summed.name, 'at', summed.at, 'key', summed.key) as line
    from (
      select replace(known.name, ':all', '') as name, line.at, item.key,
        sum(case when known.name like '%:all' then -item.value else item.value end) as apart
      from cogo.metric_series as known
      join cogo.metric_rows as line on line.series_id = known.series_id and line.step = '1m'
      cross join lateral cogo.metric_row_items(line) as item
      where line.at >= coalesce((select horizon.minutes_from from cogo.metric_horizon as horizon), '-infinity')
      group by 1, 2, 3
    ) as summed
    where summed.apart <> 0 limit 10
  ) as apart
  having count(*) > 0
  union all
  select 'a series is what its number says', format('%s have another number', count(*)), jsonb_agg(known.series_id)
  from cogo.metric_series as known
  where known.series_id <> cogo.series_id(known.name, known.tenant_id, known.labels)
  having count(*) > 0;
end;
$function$;

COMMENT ON COLUMN "cogo"."access_audit"."act" IS 'What was done, such as revoke_agent or set_tenant_state.';

COMMENT ON COLUMN "cogo"."access_audit"."subject" IS 'The id of the agent, person or tenant whose access the act changed, or the kid of a signing key.';

COMMENT ON FUNCTION "cogo"."ready_heads"(text) IS 'Per lane about how many jobs are ready, and since when the first, also in paused lanes: from its head and its tail, by one look-up, whatever its depth. Gaps count as jobs.';

COMMENT ON FUNCTION "cogo"."refusal"(text, integer, text, text, jsonb) IS 'A refusal that is returned, since raising it would undo what must be kept. Edge functions answer it with that status.';

REVOKE ALL ON FUNCTION "cogo"."ready_heads"(text) FROM PUBLIC;

