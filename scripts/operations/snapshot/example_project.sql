-- A project in use, for the tests of snapshots: something in every part, secrets where they must not be found, and work in flight.
select cogo.open_lanes('crawler', 2);
select api.set_fairness('crawler', 500);
select api.register_job_type('crawl.*', 'crawler', max_attempts => 9);
select api.set_route('crawler', 'demo.*');
select api.set_limit('type', 'crawl.page', max_running => 7);
select api.set_tenant_bound(1000, 'park');
select api.set_schedule('nightly', cron => '0 3 * * *', job => '{"type": "crawl.all", "payload": {"depth": 2}}');
select api.grant_channel('subscribe', 'tenant.*.agent.*.order.>', tenant_id => '00000000-0000-4000-8000-00000000000a');
select api.register_workflow('{"name": "demo.flow", "steps": [{"name": "a", "type": "demo.a"}, {"name": "b", "type": "demo.b", "after": ["a"]}]}');
insert into cogo.llm_providers (provider, name, api_format, base_url, allowed_hosts, source, changed_at)
values ('demo', 'Demo', 'openai', 'https://demo.test/v1', '{demo.test}', 'test', cogo.now_());
insert into cogo.llm_models (provider, model, context_tokens, source, changed_at) values ('demo', 'one', 100000, 'test', cogo.now_());
insert into cogo.llm_prices (model_id, valid_from, input_price, output_price, cache_read_price, cache_write_price, source, source_sha256, imported_at)
select model_id, cogo.now_() - nth * interval '1 day', nth, 2, 3, 4, 'test', '', cogo.now_() from cogo.llm_models, generate_series(1, 25) as nth;
select api.create_policy('house', '{}');
select api.set_budget(5000000000, 'tenant', 'month', '00000000-0000-4000-8000-00000000000a');
select api.set_rate_limit('tenant', 'requests', 60, tenant_id => '00000000-0000-4000-8000-00000000000a');
insert into cogo.usage_counters
select cogo.default_tenant(), model_id, date_trunc('hour', cogo.now_()), 3, 1000, 0, 0, 20, 0, 0 from cogo.llm_models;
select api.set_notification_channel('team', 'email', '{"to": ["ops@acme.example"]}');

insert into cogo.quality_runs (id, tenant_id, iso_week, target, run_number, verdict, created_at, finished_at)
values
  ('00000000-0000-4000-8000-0000000000f1', cogo.default_tenant(), '2026-W47', '.', 1, 'failed', cogo.now_() - interval '7 days', cogo.now_()),
  ('00000000-0000-4000-8000-0000000000f2', cogo.default_tenant(), '2026-W48', '.', 1, null, cogo.now_(), null);
insert into cogo.gate_results (run_id, gate, tenant_id, verdict, reason, duration_ms)
values
  ('00000000-0000-4000-8000-0000000000f1', 'lint', cogo.default_tenant(), 'failed', 'é "quoted" \ reason', 12),
  ('00000000-0000-4000-8000-0000000000f2', 'lint', cogo.default_tenant(), 'passed', null, 13);
insert into cogo.artifacts (tenant_id, run_id, name, kind, media_type, size_bytes, sha256, location)
values (cogo.default_tenant(), '00000000-0000-4000-8000-0000000000f1', 'lint.log', 'log', 'text/plain', 5, repeat('a', 64), 'local:' || repeat('a', 64));

-- In flight, and secret: neither is in a snapshot.
select count(*) from api.enqueue_jobs('[{"type": "crawl.page", "payload": {"token": "CANARY"}}, {"type": "demo.b", "delay_seconds": 60}]');
select count(*) from api.claim_jobs('w', 1, 'crawler', true);
select api.subscribe('hook', '{>}', 'webhook', 'https://example.com/CANARY');
insert into cogo.secure_keys (key_id, tenant_id, provider, env, version, state, alg, ciphertext, iv, checksum, last4, created_at, changed_at)
values (gen_random_uuid(), cogo.default_tenant(), 'demo', 'dev', 1, 'active', 'plain', 'CANARY', 'CANARY', 'x', 'last', cogo.now_(), cogo.now_());
insert into cogo.vault_settings (env, changed_at) values ('dev', cogo.now_()) on conflict do nothing;
-- What is there only with other rooms.
select cogo.fold_events();
do $$
begin
  if to_regclass('cogo.gate_fixes') is not null then
    insert into cogo.artifacts (tenant_id, run_id, job_id, name, kind, media_type, size_bytes, sha256, location)
    values (
      cogo.default_tenant(), '00000000-0000-4000-8000-0000000000f1', 1, 'eslint.diff', 'other', 'text/x-diff', 5, repeat('b', 64),
      'local:' || repeat('b', 64)
    );
    execute $sql$
      insert into cogo.gate_fixes (
        tenant_id, run_id, gate, fixer, job_id, fence, command, files_changed, lines_added, lines_removed, before, after, applies, result, diff, artifacts
      )
      values (
        cogo.default_tenant(), '00000000-0000-4000-8000-0000000000f1', 'lint', 'eslint', 1, 1, 'eslint --fix', 1, 2, 3,
        '{"lint": {"verdict": "failed"}, "check": {"verdict": "passed"}, "test": {"verdict": "passed"}}',
        '{"lint": {"verdict": "passed"}, "check": {"verdict": "passed"}, "test": {"verdict": "passed"}}',
        true, 'fixed', 'eslint.diff', '{eslint.diff}'
      )
    $sql$;
  end if;
  if to_regprocedure('cogo.series_id(text, uuid, jsonb)') is not null then
    execute $sql$
      insert into cogo.metric_series (series_id, name, labels)
      select cogo.series_id(series.name, null, series.labels), series.name, series.labels
      from (values ('http', '{"function": "events"}'::jsonb), ('http:all', '{}')) as series (name, labels)
    $sql$;
    execute $sql$
      insert into cogo.metric_rows (series_id, at, step, ms, counts, bins, bin_counts)
      select series_id, date_trunc('minute', cogo.now_()), '1m', 12.5, '{"requests": 3}', '{-4,17}', '{1,2}' from cogo.metric_series
    $sql$;
    execute $sql$
      insert into cogo.metric_horizon (minutes_from) values (cogo.now_() - interval '2 days') on conflict (only_row) do update set minutes_from = excluded.minutes_from
    $sql$;
  end if;
end;
$$;
