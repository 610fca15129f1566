-- What test files call. Laid once into each test database, after 000_clock_and_faults.sql; it is thrown away afterwards.

-- Everything that a token can allow.
create function tests.all_scopes() returns text[]
language sql security definer set search_path = '' as $$
  select array_agg(scope.name order by scope.name) from cogo.scopes as scope;
$$;

-- From here on every call is that of an agent that may do everything, or what is given; ends with the file, or with as_owner().
create function tests.as_agent(tenant uuid, agent uuid, scopes text[] default tests.all_scopes()) returns void
language sql as $$
  select set_config('role', 'authenticated', false), set_config('request.jwt.claims', jsonb_build_object(
    'role', 'authenticated', 'sub', agent, 'tenant_id', tenant, 'agent_id', agent, 'scopes', scopes
  )::text, false);
$$;

-- Someone who signed in as a person: no tenant_id claim.
create function tests.as_user(sub uuid) returns void
language sql as $$
  select set_config('role', 'authenticated', false),
    set_config('request.jwt.claims', jsonb_build_object('role', 'authenticated', 'sub', sub)::text, false);
$$;

-- The holder of a secret key.
create function tests.as_operator() returns void
language sql as $$
  select set_config('role', 'service_role', false),
    set_config('request.jwt.claims', '{"role": "service_role"}', false);
$$;

-- The holder of the publishable key and nothing else.
create function tests.as_anon() returns void
language sql as $$
  select set_config('role', 'anon', false), set_config('request.jwt.claims', '{"role": "anon"}', false);
$$;

-- The owner of the database, without a token: may look at tables.
create function tests.as_owner() returns void
language sql as $$
  select set_config('role', 'none', false), set_config('request.jwt.claims', '', false);
$$;

-- One assertion: every invariant of the engine holds. The runner asks it at each file's end as well.
create function tests.lives_clean() returns text
language sql security definer set search_path = extensions, public as $$
  select is_empty('select * from cogo.verify()', 'cogo.verify() has no rows');
$$;

-- One assertion: the query is refused with this SQLSTATE and machine word, the text names the field, and a hint is given.
create function tests.refuses(query text, state text, word text, field text, description text default null) returns text
language plpgsql set search_path = extensions, public as $$
declare
  problem text := 'nothing was refused';
  said text;
  found_word text;
  hint text;
begin
  begin
    execute query;
  exception when others then
    get stacked diagnostics said = message_text, found_word = pg_exception_detail, hint = pg_exception_hint;
    problem := concat_ws(', ',
      case when sqlstate <> state then format('SQLSTATE %s instead of %s', sqlstate, state) end,
      case when found_word is distinct from word then format('detail %L instead of %L', found_word, word) end,
      case when coalesce(hint, '') = '' then 'no hint' end,
      case when said !~ '^Cannot ' then 'a message that does not begin with Cannot' end,
      case when strpos(said, field) = 0 then format('no %L', field) end
    );
  end;
  return ok(problem = '', coalesce(description, query))
    || case when problem <> '' then E'\n' || diag(format('has %s: %s', problem, coalesce(said, query))) else '' end;
end;
$$;

-- The list that settling RPCs take, with one hold in it: [{job_id, fence, …more}].
create function tests.item(job_id bigint, fence bigint, more jsonb default '{}') returns jsonb
language sql as $$
  select jsonb_build_array(jsonb_build_object('job_id', job_id, 'fence', fence) || more);
$$;

-- Enqueues one job and claims the oldest ready one of the default executor as the caller's worker.
create function tests.hold(
  job jsonb default '{"type": "demo.a"}', start boolean default true, out job_id bigint, out fence bigint
)
language plpgsql as $$
begin
  perform api.enqueue_jobs(jsonb_build_array(hold.job));
  select claimed.job_id, claimed.fence into job_id, fence from api.claim_jobs('worker', 1, start => hold.start) as claimed;
end;
$$;

-- The names of a job's events in order, without their job_.
create function tests.history(job_id bigint) returns text
language sql as $$
  select string_agg(substr(event.type, 5), ' ') from api.job_events(history.job_id) as event;
$$;

-- A job's state.
create function tests.state(job_id bigint) returns text
language sql as $$
  select api.get_job(state.job_id) ->> 'state';
$$;

-- One assertion: after this damage cogo.verify names the invariant. The damage is undone.
create function tests.verify_tells(damage text, invariant text, description text) returns text
language plpgsql set search_path = extensions, public as $$
declare
  told record;
begin
  begin
    execute damage;
    select broken.* into told from cogo.verify() as broken where broken.invariant = verify_tells.invariant;
    raise exception 'undo';
  exception when raise_exception then
    return ok(told.problem ~ '\d', description) || case when told.problem is null then E'\n' || diag(damage) else '' end;
  end;
end;
$$;

-- Enqueues a job and lets it fail for good; answers its id.
create function tests.bury(
  job jsonb default '{"type": "demo.a"}', error jsonb default '{"class": "permanent", "message": "broken"}'
) returns bigint
language plpgsql as $$
declare
  hold record := tests.hold(bury.job);
begin
  perform api.fail_jobs(tests.item(hold.job_id, hold.fence, jsonb_build_object('error', bury.error)));
  return hold.job_id;
end;
$$;

-- Lets time go by and retention run until it finds nothing more; events count as settled, though this transaction is open.
create function tests.retain(distance interval) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  round jsonb;
  jobs integer := 0;
  events integer := 0;
begin
  perform tests.move_clock(distance);
  insert into cogo.event_folds default values on conflict do nothing;
  update cogo.event_folds set folded_id = coalesce((select max(event.id) from cogo.events as event), 0);
  loop
    round := cogo.drop_closed();
    jobs := jobs + (round ->> 'jobs')::integer;
    events := events + (round ->> 'events')::integer;
    exit when round ->> 'jobs' = '0';
  end loop;
  return jsonb_build_object('jobs', jobs, 'events', events);
end;
$$;

-- Registers a definition and starts a run of it.
create function tests.start_flow(definition jsonb, input jsonb default '{}') returns uuid
language plpgsql as $$
begin
  perform api.register_workflow(definition);
  return (api.start_workflow(definition ->> 'name', input) ->> 'workflow_id')::uuid;
end;
$$;

-- A worker that does what is ready, one after the other, until nothing is. The script says per type which error to fail with
-- or which result to give, else the result is the type's name. Answers the types it worked on, in order.
create function tests.play(script jsonb default '{}', at_most integer default 200) returns text
language plpgsql as $$
declare
  hold record;
  act jsonb;
  done text;
begin
  for turn in 1 .. at_most loop
    perform cogo.sweep();
    select * into hold from api.claim_jobs('player', 1, start => true);
    exit when not found;
    act := script -> hold.type;
    done := concat_ws(' ', done, hold.type);
    if act ? 'error' then
      perform api.fail_jobs(tests.item(hold.job_id, hold.fence, jsonb_build_object('error', act -> 'error', 'retry_in_seconds', 0)));
    else
      perform api.complete_jobs(tests.item(hold.job_id, hold.fence, jsonb_build_object('result', coalesce(act -> 'result', to_jsonb(hold.type)))));
    end if;
  end loop;
  perform cogo.sweep();
  return done;
end;
$$;

-- The steps of a run as 'name:state', in the order of its definition; with a follow-up where there is one.
create function tests.steps(workflow_id uuid) returns text
language sql as $$
  select string_agg(concat_ws(':', step ->> 'name', step ->> 'state', step ->> 'follow_up'), ' ' order by ordinal)
  from jsonb_array_elements(api.get_workflow(steps.workflow_id) -> 'steps') with ordinality as item (step, ordinal);
$$;

-- A run's state.
create function tests.flow_state(workflow_id uuid) returns text
language sql as $$
  select api.get_workflow(flow_state.workflow_id) ->> 'state';
$$;

-- Sets a schedule of a demo job under a name: minutely from the next whole hour on, with more settings over that.
create function tests.schedule(name text, more jsonb default '{}') returns timestamptz
language plpgsql as $$
declare
  settings jsonb := jsonb_build_object(
    'name', name, 'cron', '* * * * *', 'job', '{"type": "demo.a", "payload": {"due": {"$ref": "due_at"}}}'::jsonb,
    'starts_at', date_trunc('hour', cogo.now_()) + interval '1 hour'
  ) || more;
  arguments text;
begin
  select string_agg(format('%I => %s', key, case
    when key in ('job', 'workflow') then quote_nullable(value::text) || '::jsonb'
    else quote_nullable(value #>> '{}') end), ', ') into arguments
  from jsonb_each(settings) where value <> 'null';
  execute format('select api.set_schedule(%s)', arguments);
  return settings ->> 'starts_at';
end;
$$;

-- Moves the engine's clock to a time (the real one runs on from there).
create function tests.set_clock(at timestamptz) returns void
language sql as $$
  select tests.move_clock(set_clock.at - cogo.now_());
$$;

-- What became of a schedule's due times, oldest first: minute, state, why and how many.
create function tests.runs(name text) returns text
language sql as $$
  select string_agg(concat_ws(' ', to_char(due_at at time zone 'UTC', 'MI'), state, reason, case when covers > 1 then 'x' || covers end), ', ' order by due_at)
  from api.schedule_history(runs.name);
$$;

-- Lets subscriptions read what this very transaction has written, as if it had ended.
create function tests.settle() returns void
language sql security definer as $$
  insert into cogo.event_horizon as horizon (settled_id) values (pg_sequence_last_value('cogo.events_id_seq'::regclass))
  on conflict (only_row) do update set settled_id = excluded.settled_id;
$$;

-- Polls a subscription after tests.settle(): the types of the messages in order, and the fence.
create function tests.poll(name text, want integer default 100, out fence bigint, out types text, out ids uuid[])
language plpgsql as $$
declare
  polled jsonb;
begin
  perform tests.settle();
  polled := api.poll_subscription(poll.name, 'tester', poll.want);
  fence := polled ->> 'fence';
  select string_agg(item #>> '{message,type}', ' ' order by ordinal), array_agg((item #>> '{message,id}')::uuid order by ordinal)
  into types, ids
  from jsonb_array_elements(polled -> 'messages') with ordinality as listed (item, ordinal);
end;
$$;

-- A provider whose calls need no key, or (auth bearer) one, which the default tenant shares with all.
create function tests.route_provider(provider text, auth text default 'none', data_policy text default 'any') returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into cogo.llm_providers (provider, name, api_format, base_url, allowed_hosts, auth_style, data_policy, source, changed_at)
  values (route_provider.provider, route_provider.provider, 'openai', 'https://' || route_provider.provider || '.example/v1',
    array[route_provider.provider || '.example'], route_provider.auth, route_provider.data_policy, 'test', cogo.now_());
  if route_provider.auth <> 'none' then
    perform tests.route_key(route_provider.provider, cogo.default_tenant(), true);
  end if;
end;
$$;

-- An active key of a tenant for a provider; answers its id.
create function tests.route_key(provider text, tenant uuid, shared boolean default false) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  key uuid := gen_random_uuid();
begin
  insert into cogo.secure_keys (
    key_id, tenant_id, provider, env, version, state, alg, ciphertext, iv, checksum, last4, shared, created_at, changed_at
  )
  values (key, route_key.tenant, route_key.provider, 'dev', 1, 'active', 'plain', 'x', 'x', 'x', 'last', route_key.shared, cogo.now_(), cogo.now_());
  insert into cogo.vault_settings (env, changed_at) values ('dev', cogo.now_()) on conflict do nothing;
  return key;
end;
$$;

-- A model of a provider with a price in dollars per million tokens; answers its id.
create function tests.route_model(provider text, model text, dollars numeric default 1, more jsonb default '{}') returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  row cogo.llm_models := jsonb_populate_record(null::cogo.llm_models, '{
    "region": "global", "service": "chat", "context_tokens": 128000, "capabilities": ["tools", "json"], "quality": 0.5, "enabled": true
  }'::jsonb || route_model.more);
  id bigint;
begin
  insert into cogo.llm_models (provider, model, region, service, family, context_tokens, max_output_tokens, capabilities, quality, enabled, sunset_at, source, changed_at)
  values (route_model.provider, route_model.model, row.region, row.service, row.family, row.context_tokens, row.max_output_tokens,
    row.capabilities, row.quality, row.enabled, row.sunset_at, 'test', cogo.now_())
  returning model_id into id;
  if route_model.dollars is not null then
    insert into cogo.llm_prices (model_id, valid_from, input_price, output_price, cache_read_price, source, source_sha256, imported_at)
    values (id, '2020-01-01', route_model.dollars * 1e9, route_model.dollars * 4e9, route_model.dollars * 1e8, 'test', '', cogo.now_());
  end if;
  return id;
end;
$$;

-- How many of n decisions fell on each model: {model: count}.
create function tests.routes(arguments text, many integer default 1) returns jsonb
language plpgsql as $$
declare
  answer jsonb;
  counts jsonb := '{}';
  model text;
begin
  for nth in 1 .. many loop
    execute 'select api.select_route(' || routes.arguments || ')' into answer;
    model := coalesce(answer ->> 'model', answer #>> '{refused,details}');
    counts := counts || jsonb_build_object(model, coalesce((counts ->> model)::integer, 0) + 1);
  end loop;
  return counts;
end;
$$;

-- A model whose tokens cost 1 nano-dollar (input), 2 (output), .5 (read from cache) and 1.25 (written to it); answers its price.
create function tests.lay_model(name text default 'demo', dearer bigint default 1) returns bigint
language sql security definer set search_path = '' as $$
  insert into cogo.llm_providers (provider, name, api_format, base_url, allowed_hosts, source, changed_at)
  values ('demo', 'Demo', 'openai', 'https://demo.test/v1', '{demo.test}', 'test', cogo.now_()) on conflict do nothing;
  with model as (
    insert into cogo.llm_models (provider, model, context_tokens, source, changed_at)
    values ('demo', lay_model.name, 100000, 'test', cogo.now_()) returning model_id
  )
  insert into cogo.llm_prices (
    model_id, valid_from, input_price, output_price, cache_read_price, cache_write_price, source, source_sha256, imported_at
  )
  select model_id, cogo.now_() - interval '1 day', 1000000 * dearer, 2000000 * dearer, 500000 * dearer, 1250000 * dearer, 'test', '', cogo.now_()
  from model returning price_id;
$$;

-- The id of the nth decision.
create function tests.decision(nth integer) returns uuid
language sql immutable as $$
  select format('00000000-0000-0000-0000-%s', lpad(nth::text, 12, '0'))::uuid;
$$;

-- Reserves money for an attempt of the nth decision, for a minute, as routing does. Price 0 is the first there is.
create function tests.reserve(
  nth integer, estimate bigint, attempt integer default 1, tenant uuid default '11111111-1111-1111-1111-111111111111',
  price bigint default 0, agent uuid default 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa'
) returns jsonb
language sql security definer set search_path = '' as $$
  select cogo.reserve(
    tests.decision(nth), attempt, tenant, agent, coalesce(known.model_id, 1), known.price_id, null, estimate, null, null,
    cogo.now_() + interval '1 minute', cogo.now_()
  )
  from (values (case price when 0 then (select min(price_id) from cogo.llm_prices) else price end)) as asked (price_id)
  left join cogo.llm_prices as known using (price_id);
$$;

-- Opens a reservation, as key-vault does when it releases a key.
create function tests.open_reservation(nth integer, attempt integer default 1) returns void
language sql security definer set search_path = '' as $$
  update cogo.reservations set state = 'opened', opened_at = cogo.now_()
  where decision_id = tests.decision(nth) and reservations.attempt = open_reservation.attempt;
$$;

-- The accounts, leaf first, the older first: reserved/spent/debt.
create function tests.accounts() returns text
language sql security definer set search_path = '' as $$
  select string_agg(concat_ws('/', reserved_nano, spent_nano, debt_nano), ' ' order by depth, budget.budget_id, opens_at)
  from cogo.budget_windows join cogo.budgets as budget using (budget_id);
$$;

-- Makes the vault ready for dummy keys: an environment and an active KEK.
create function tests.open_vault() returns void
language sql security definer as $$
  insert into cogo.vault_settings (env, changed_at) values ('production', cogo.now_()) on conflict do nothing;
  select cogo.register_kek('k1', 'check', 'tester');
$$;

-- A version as the key-vault would send it; what stands in its envelope is of no matter to SQL.
create function tests.sealed(version integer default 1, more jsonb default '{}') returns jsonb
language sql as $$
  select jsonb_build_object(
    'key_id', gen_random_uuid(), 'tenant_id', cogo.default_tenant(), 'provider', 'openai', 'service', '*',
    'resource', '*', 'region', '*', 'field', 'api_key', 'alias', 'default', 'env', 'production', 'version', version,
    'alg', 'A256GCM', 'ciphertext', '\x0102', 'iv', '\x03', 'wrapped_dek', '\x04', 'dek_iv', '\x05', 'kek_id', 'k1',
    'checksum', '\x' || to_hex(16 + version), 'last4', 'last'
  ) || more;
$$;

-- Keeps an active version and answers its id.
create function tests.keep_key(version integer default 1, more jsonb default '{}', state text default 'active') returns uuid
language sql security definer as $$
  select tests.open_vault();
  select (cogo.write_key(tests.sealed(version, more), state, null, 'tester') -> 'key' ->> 'key_id')::uuid;
$$;

-- Holds a reservation by hand whose grant is 'grant' followed by the number.
create function tests.grant_for(key_id uuid, number integer, more jsonb default '{}') returns void
language sql security definer as $$
  insert into cogo.reservations
  select (jsonb_populate_record(null::cogo.reservations, jsonb_build_object(
    'decision_id', lpad(number::text, 32, '0'), 'attempt', 1, 'tenant_id', cogo.default_tenant(), 'model_id', 1,
    'key_id', key_id, 'estimate_nano', 1, 'state', 'reserved',
    'grant_hash', '\x' || encode(sha256(convert_to('grant' || number, 'UTF8')), 'hex'),
    'grant_expires_at', cogo.now_() + interval '60 seconds', 'expires_at', cogo.now_() + interval '2 minutes',
    'created_at', cogo.now_()
  ) || jsonb_build_object('window_ids', '[]'::jsonb) || more)).*;
$$;

-- Opens the grant of that number as an operator, or as what is given.
create function tests.open(number integer, tenant uuid default null, agent uuid default null, decision uuid default null) returns jsonb
language sql security definer as $$
  select cogo.open_grant(sha256(convert_to('grant' || number, 'UTF8')), tenant, agent, 'tester', decision);
$$;

-- As if the transactions of all audit rows had ended, then seals them.
create function tests.seal() returns integer
language plpgsql security definer as $$
begin
  alter table cogo.secure_keys_audit disable trigger user;
  update cogo.secure_keys_audit set xid = '3' where xid::text <> '3';
  alter table cogo.secure_keys_audit enable trigger user;
  update cogo.audit_cursor set xid = '3' where xid > '3';
  return cogo.seal_audit();
end;
$$;

-- What verify_audit says after this damage, which is undone.
create function tests.audit_says(damage text, checkpoints jsonb default '[]') returns text
language plpgsql security definer as $$
declare
  said text;
begin
  begin
    alter table cogo.secure_keys_audit disable trigger user;
    alter table cogo.secure_keys_seals disable trigger user;
    execute damage;
    select string_agg(distinct item ->> 'problem', '; ' order by item ->> 'problem') into said
    from jsonb_array_elements(cogo.verify_audit(null, checkpoints)) as item;
    raise exception 'undo';
  exception when raise_exception then
    return coalesce(said, 'holds');
  end;
end;
$$;

-- Adds counts to a series of the history, in the minute that was so long ago.
create function tests.feed(name text, counts jsonb, ago interval default '1 minute', tenant uuid default null, labels jsonb default '{}')
returns void
language sql security definer set search_path = '' as $$
  select cogo.add_metrics(jsonb_build_array(jsonb_build_object(
    'name', feed.name, 'tenant_id', feed.tenant, 'labels', feed.labels, 'counts', feed.counts,
    'at', date_trunc('minute', cogo.now_() - feed.ago, 'UTC')
  )));
$$;

-- Adds times to a series of the history (wait, http, schedule_lag): so many of a tenth of a second, so many of ten minutes.
create function tests.feed_times(
  name text, short integer, long integer, ago interval default '1 minute', tenant uuid default null, labels jsonb default '{}'
)
returns void
language sql security definer set search_path = '' as $$
  select cogo.add_metrics(jsonb_build_array(jsonb_build_object(
    'name', feed_times.name, 'tenant_id', feed_times.tenant, 'labels', feed_times.labels,
    'at', date_trunc('minute', cogo.now_() - feed_times.ago, 'UTC'), 'ms', feed_times.short * 100.0 + feed_times.long * 600000.0,
    'bins', jsonb_build_array(cogo.time_bin(100), cogo.time_bin(600000)), 'bin_counts', jsonb_build_array(feed_times.short, feed_times.long)
  )));
  -- Nothing waits without being claimed.
  select tests.feed('jobs', jsonb_build_object('claimed', feed_times.short + feed_times.long), feed_times.ago, feed_times.tenant, feed_times.labels)
  where feed_times.name = 'wait';
$$;

-- Rounds of alerts, each so long after the one before; answers how they left an SLO, and what was told: state/severity, told what.
create function tests.alert(slo text, after interval default '15 seconds', rounds integer default 1) returns text
language plpgsql security definer set search_path = '' as $$
declare
  last_id bigint := coalesce((select max(notice.notice_id) from cogo.alert_notices as notice), 0);
  each_asleep text;
begin
  -- A round judges what the file asks for: all the others took most of its time.
  if not exists (select from cogo.alert_rounds as state where state.round > 0) then
    with asleep as (update cogo.slos as known set enabled = false where known.name <> alert.slo and known.enabled returning known.name)
    select set_config('tests.asleep', coalesce(jsonb_agg(asleep.name), '[]')::text, true) into strict each_asleep from asleep;
  elsif nullif(current_setting('tests.asleep', true), '')::jsonb ? alert.slo then
    update cogo.slos as known set enabled = true where known.name = alert.slo;
    perform set_config('tests.asleep', (current_setting('tests.asleep')::jsonb - alert.slo)::text, true);
  end if;
  for each in 1 .. rounds loop
    perform tests.move_clock(alert.after);
    perform cogo.evaluate_alerts();
  end loop;
  return concat(
    (select string_agg(concat_ws('/', known.state, known.severity), ' ' order by known.subject) from cogo.alerts as known
      where known.slo = alert.slo and (known.state <> 'ok' or known.subject = '')),
    ', told ' || (select string_agg(notice.what, ' ' order by notice.notice_id) from cogo.alert_notices as notice
      where notice.slo = alert.slo and notice.notice_id > last_id)
  );
end;
$$;
