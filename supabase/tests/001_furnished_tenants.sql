-- Two tenants with something in every table that may hold something of a tenant (cogo.tenant_parts): for offboarding.

-- What all tenants share: a model with a key, workflows, a fair pool, budgets and SLOs of the operator's.
create function tests.furnish_ground() returns void
language plpgsql as $$
begin
  perform tests.as_owner();
  perform tests.route_provider('one'), tests.route_model('one', 'm'), tests.open_vault();
  perform cogo.open_lanes('fair', 1);
  insert into cogo.metric_horizon default values on conflict do nothing;
  perform tests.as_operator();
  perform api.set_fairness('fair', 100);
  perform api.set_budget(1000000000000, 'organisation', 'total');
  perform api.register_job_type('strict.*', key_strict => true);
  perform api.register_workflow('{"name": "leave.flow", "steps": [
    {"name": "a", "type": "leave.step"}, {"name": "t", "kind": "sleep", "seconds": 3600, "after": ["a"]}, {"name": "s", "kind": "signal", "signal": "go", "after": ["t"]}]}');
  perform api.register_workflow('{"name": "leave.saga", "saga": true, "steps": [
    {"name": "a", "type": "leave.act", "compensate": {"type": "leave.undo"}}, {"name": "b", "type": "leave.act", "compensate": null, "after": ["a"]}]}');
  perform tests.as_owner();
end;
$$;

-- Who may do what, settings, keys, money and figures of a tenant.
create function tests.furnish_accounts(tenant uuid, agent uuid, word text) returns void
language plpgsql as $$
declare
  key uuid;
  policy bigint;
  other uuid := gen_random_uuid();
  slo text := word || '_promise';
begin
  perform tests.as_operator();
  perform api.create_tenant(word, tenant), api.add_member(gen_random_uuid(), 'owner', tenant);
  perform api.create_agent(word, '{jobs:read,jobs:work}', tenant, 'crawl', agent_id => agent), api.issue_credential(agent);
  perform api.add_agent_key(agent, jsonb_build_object('kty', 'EC', 'crv', 'P-256', 'x', 'x', 'y', 'y', 'kid', word));
  perform api.set_oidc_trust(agent, 'https://issuer.example', 'cogo', 'repo:' || word, 'https://issuer.example/jwks');
  perform api.create_agent(word || ' was', '{jobs:read}', tenant, agent_id => other), api.revoke_agent(other);
  perform api.set_route('default', word || '.*', tenant), api.set_limit('tenant', tenant_id => tenant, max_running => 1000);
  perform api.set_ingress_limit('tenant', 100, tenant_id => tenant), api.grant_channel('publish', 'tenant.' || tenant || '.>', tenant);
  perform api.set_inbound_hook(word || '-hook', 'github', 'leave.hooked', tenant_id => tenant);
  perform api.set_budget(1000000000, 'tenant', 'month', tenant), api.set_rate_limit('tenant', 'requests', 1000, tenant_id => tenant);
  perform api.set_slo(slo, jsonb_build_object('kind', 'dead_letters', 'title', word, 'warning_at', 1, 'tenant_id', tenant, 'runbook', 'dead-letters'));
  perform tests.as_owner();
  key := tests.keep_key(1, jsonb_build_object('tenant_id', tenant, 'provider', 'one'));
  perform cogo.request_break_glass(gen_random_uuid(), key, 'a reason that is long enough', 10, 'ann');
  insert into cogo.key_health values (key, 'throttled', cogo.now_() + interval '1 hour', 429, cogo.now_());
  insert into cogo.outcome_notes (at, model_id, key_id, status, http_status) select cogo.now_(), min(model_id), key, 'failed', 429 from cogo.llm_models;
  perform tests.seal();
  insert into cogo.audit_checkpoints select head.tenant_id, head.seq, head.hash, cogo.now_(), 'x', 'x' from cogo.secure_keys_heads as head where head.tenant_id = tenant;
  policy := (api.create_policy(word, '{}', tenant_id => tenant) ->> 'policy_id')::bigint;
  perform api.publish_policy(policy, 'live');
  insert into cogo.router_reports (policy_v1, policy_v2, gates, passed, body, at)
  values (policy, (api.create_policy(word, '{"epsilon": 0}', tenant_id => tenant) ->> 'policy_id')::bigint, '{}', false, '{}', cogo.now_());
  insert into cogo.tenant_bounds (tenant_id, max_open) values (tenant, 1000);
  insert into cogo.tenant_loads values (tenant, 1), (tenant, -1);
  insert into cogo.conflict_notes (at, tenant_id, jobs) values (cogo.now_(), tenant, 1);
  insert into cogo.schedule_notes (at, tenant_id, state, runs, lags_ms) values (cogo.now_(), tenant, 'started', 1, '{1}');
  insert into cogo.permit_locks (limit_hash) values (cogo.limit_hash('tenant', tenant, null)) on conflict do nothing;
  insert into cogo.ingress_rates values (cogo.short_hash('ingress:tenant:' || tenant), cogo.now_());
  insert into cogo.slo_burns values (slo, 3600, cogo.now_(), 1, 2);
  insert into cogo.alert_silences (slo, subject, starts_at, ends_at, reason, made_by)
  values (slo, 'tenant ' || tenant, cogo.now_(), cogo.now_() + interval '1 hour', 'quiet', 'ann'),
    ('budget_used', 'tenant ' || tenant, cogo.now_(), cogo.now_() + interval '1 hour', 'quiet', 'ann');
  insert into cogo.alerts (slo, subject, labels, state, since, message, has_data, evaluated_at, round)
  select named.slo, word, jsonb_build_object('tenant_id', tenant), 'ok', cogo.now_(), 'well', true, cogo.now_(), coalesce((select round from cogo.alert_rounds), 0)
  from unnest(array[slo, 'budget_used']) as named (slo);
  insert into cogo.alert_notices (slo, subject, episode, what, severity, message, made_at, handed_at)
  values ('budget_used', word, 1, 'fired', 'warning', jsonb_build_object('tenant_id', tenant, 'agent', agent), cogo.now_(), cogo.now_());
  insert into cogo.notifications (dedupe_key, kind, message, created_at) values (word, 'alert', jsonb_build_object('text', 'of ' || tenant), cogo.now_());
  update cogo.metric_horizon as horizon set samples = horizon.samples || jsonb_build_array(jsonb_build_object(
    'name', 'lane_depth', 'labels', jsonb_build_object('tenant', tenant, 'executor', 'default'), 'value', 1, 'is_capped', false));
  perform tests.feed('jobs', '{"enqueued": 3, "claimed": 2}', '5 minutes', tenant, '{"executor": "default", "type": "leave.a"}');
  perform tests.feed_times('wait', 1, 1, '5 minutes', tenant, '{"executor": "default", "type": "leave.b"}');
end;
$$;

-- Work of a tenant: jobs in every place, runs of workflows, messages, schedules, decisions and quality runs.
create function tests.furnish_work(tenant uuid, agent uuid, word text) returns void
language plpgsql as $$
declare
  run uuid;
  hold record;
  id bigint;
  later bigint[];
  answer jsonb;
begin
  perform tests.as_agent(tenant, agent);
  perform api.register_worker(word || '-worker');
  perform api.enqueue_job('leave.a', '{"n": 1}', idempotency_key => word || nth) from generate_series(1, 4) as nth;
  for hold in select * from api.claim_jobs(word || '-worker', 3, start => true) loop
    if hold.job_id % 3 = 0 then
      perform api.complete_jobs(tests.item(hold.job_id, hold.fence, '{"result": {"n": 1}}'));
    elsif hold.job_id % 3 = 1 then
      perform api.fail_jobs(tests.item(hold.job_id, hold.fence, '{"error": {"class": "permanent", "message": "broken"}}'));
    end if;
  end loop;
  perform api.start_workflow('leave.flow', '{}', word);
  perform api.signal_workflow(run_id, 'go', '{}') from (select (api.start_workflow('leave.flow', '{}') ->> 'workflow_id')::uuid as run_id) as begun;
  perform api.start_workflow('leave.saga', '{}');
  perform api.enqueue_job('strict.a', concurrency_key => word), api.request('leave.ask', '{}', 600);
  perform api.publish('[{"type": "leave.told", "payload": {"n": 1}, "event_id": "1"}]');
  perform api.subscribe(word || '-sub', array['tenant.' || tenant || '.>'], start => 'beginning');
  perform api.set_schedule(word || '-plan', '0 * * * *', job => '{"type": "leave.due"}'), api.run_schedule_now(word || '-plan');
  for nth in 1 .. 2 loop
    answer := api.select_route('chat', 100, 100, session => word);
    perform api.settle_routes(jsonb_build_array(jsonb_build_object(
      'decision_id', answer ->> 'decision_id', 'attempt', 1, 'status', 'succeeded', 'usage', '{"input_tokens": 1000, "output_tokens": 10}'::jsonb)));
  end loop;
  perform tests.as_owner();
  perform cogo.roll_usage(), cogo.receive_hook(hook_id, '1', '{push}', '{}') from cogo.inbound_hooks as hook where hook.tenant_id = tenant;
  -- One of the two receipts is past its age.
  perform cogo.drop_decisions(array[(answer ->> 'decision_id')::uuid]);

  -- Into every place where a job may wait, from where delayed ones do.
  later := array(select job_id from cogo.enqueue_jobs((
    select jsonb_agg(jsonb_build_object('type', 'leave.later', 'tenant_id', tenant, 'delay_seconds', 3600)) from generate_series(1, 6))) as made);
  delete from cogo.waiting where job_id = any (later[1:4]);
  insert into cogo.parked (job_id, tenant_id, woken_at, lane_id, attempt) select later[1], tenant, cogo.now_(), lane_id, 1 from cogo.jobs where jobs.id = later[1];
  insert into cogo.backlog select later[2], tenant, lane_id, 1 from cogo.jobs where jobs.id = later[2];
  insert into cogo.over_bound select later[3], tenant, lane_id from cogo.jobs where jobs.id = later[3];
  insert into cogo.blocked values (later[4]);
  insert into cogo.dependencies values (later[5], later[4]);
  insert into cogo.cancels values (later[6], cogo.now_(), false);
  insert into cogo.ready_notes values (later[6], cogo.now_());
  insert into cogo.ingress_callbacks values (later[6], tenant, 'callback-' || left(md5(word), 16), cogo.now_());
  insert into cogo.kept_back select job_id, cogo.now_() from cogo.dead_letters as letter where letter.tenant_id = tenant limit 1;
  insert into cogo.backlog_turns select max(lane_id) - (word = 'stays')::integer, tenant from cogo.lanes
  on conflict (lane_id) do update set tenant_id = excluded.tenant_id;
  insert into cogo.flow_inbox (workflow_id, kind) select max(flow.id), 'look' from cogo.workflows as flow where flow.tenant_id = tenant;
  insert into cogo.workflow_timers select max(flow.id), cogo.now_() + interval '1 day', -1, 'deadline' from cogo.workflows as flow where flow.tenant_id = tenant;
  insert into cogo.rate_states select limit_id, tenant, 1 from cogo.rate_limits where rate_limits.tenant_id = tenant on conflict do nothing;
  insert into cogo.redeliveries select sub.id, cogo.uuid_v7(cogo.now_(), 0), 2, cogo.now_(), 'tenant.' || tenant || '.agent.x.y', '{}' from cogo.subscriptions as sub where sub.tenant_id = tenant;
  insert into cogo.subscription_dead_letters select sub.id, cogo.uuid_v7(cogo.now_(), 1), cogo.now_(), 2, 'tenant.' || tenant || '.agent.x.y', '{}' from cogo.subscriptions as sub where sub.tenant_id = tenant;

  insert into cogo.quality_runs (tenant_id, iso_week, target, verdict, finished_at) values (tenant, '2026-W47', word, 'failed', cogo.now_()) returning quality_runs.id into run;
  insert into cogo.gate_results (run_id, gate, tenant_id, verdict, reason) values (run, 'lint', tenant, 'failed', 'why');
  insert into cogo.artifacts (tenant_id, run_id, job_id, name, kind, media_type, size_bytes, sha256, location)
  select tenant, run, 1, name, 'diff', 'text/plain', 5, encode(sha256(convert_to(body, 'UTF8')), 'hex'), 'local:' || encode(sha256(convert_to(body, 'UTF8')), 'hex')
  from (values ('own.diff', word), ('both.log', 'both')) as made (name, body);
  insert into cogo.gate_fixes (tenant_id, run_id, gate, fixer, job_id, fence, command, files_changed, lines_added, lines_removed, before, after, applies, result, diff, artifacts)
  select tenant, run, 'lint', 'eslint', 1, 1, 'eslint --fix', 1, 2, 3, verdicts || '{"lint": {"verdict": "failed"}}', verdicts, true, 'fixed', 'own.diff', '{own.diff}'
  from (values ('{"lint": {"verdict": "passed"}, "check": {"verdict": "passed"}, "test": {"verdict": "passed"}}'::jsonb)) as told (verdicts);
  -- What is there only with other rooms.
  if to_regclass('cogo.artifact_quotas') is not null then
    execute 'insert into cogo.artifact_quotas (tenant_id, max_bytes) values ($1, 1000000)' using tenant;
    execute 'insert into cogo.artifact_sweeps (location, doomed_at) values ($1, cogo.now_())' using 'local:' || tenant || '/' || repeat('a', 64);
  end if;
end;
$$;

-- The parts that count and hash of a tenant's rows, to be compared: {part: [count, hash]}. Rows that several are named in are counted alone.
create function tests.tenant_print(tenant uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  spec record;
  line jsonb;
  told jsonb := '{}';
begin
  for spec in select known.* from cogo.tenant_parts() as known loop
    execute format('select jsonb_build_array(count(*), %s) from cogo.%I as one where %s',
      case when spec.part in ('events', 'metric_horizon') then 'null' else 'sum(hashtextextended(one::text, 0))' end, spec.part, cogo.tenant_condition(spec.part))
    into line using tenant_print.tenant;
    told := told || jsonb_build_object(spec.part, line);
  end loop;
  return told || jsonb_build_object('history', (
    select jsonb_agg(told_line order by told_line ->> 'id') from jsonb_array_elements(cogo.export_tenant(tenant_print.tenant, 'events', null, 10000) -> 'rows') as told_line));
end;
$$;

-- Calls erase_tenant until it is through; answers its last words.
create function tests.erase(tenant uuid, row_limit integer default 2000, waive boolean default true) returns jsonb
language plpgsql as $$
declare
  answer jsonb;
begin
  for turn in 1 .. 500 loop
    answer := api.erase_tenant(erase.tenant, waive_export => erase.waive, row_limit => erase.row_limit);
    exit when (answer ->> 'is_erased')::boolean;
  end loop;
  return answer;
end;
$$;

-- Lets a tenant leave and its work end, as if 20 minutes went by.
create function tests.leave(tenant uuid) returns jsonb
language plpgsql as $$
declare
  answer jsonb;
begin
  perform api.start_offboarding(leave.tenant);
  perform tests.move_clock('20 minutes');
  for turn in 1 .. 50 loop
    answer := api.start_offboarding(leave.tenant);
    exit when answer ->> 'state' <> 'ending';
  end loop;
  return answer;
end;
$$;

-- The tables in which a tenant is still named.
create function tests.traces(tenant uuid, ids uuid[] default '{}') returns text
language sql as $$
  select string_agg(distinct (trace ->> 'table') || '.' || (trace ->> 'column'), ' ') from jsonb_array_elements(api.tenant_traces(traces.tenant, traces.ids) -> 'traces') as trace;
$$;
