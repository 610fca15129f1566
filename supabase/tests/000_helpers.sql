-- What test files call. Laid once into each test database, which is thrown away afterwards.
create schema tests;
grant usage on schema tests to anon, authenticated, service_role;

create table tests.clock (moved interval not null);
insert into tests.clock values ('0');
grant select on tests.clock to anon, authenticated, service_role;

-- From here on every call is that of an agent; ends with the file, or with as_owner().
create function tests.as_agent(tenant uuid, agent uuid, scopes text[] default '{}') returns void
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

-- Moves the engine's clock for every session, on top of earlier moves. Negative goes back.
create function tests.move_clock(distance interval) returns timestamptz
language plpgsql security definer as $$
begin
  update tests.clock set moved = moved + distance;
  create or replace function cogo.now_() returns timestamptz language plpgsql volatile set search_path = '' as
  'begin return clock_timestamp() + (select clock.moved from tests.clock); end';
  return cogo.now_();
end;
$$;

-- Makes this session's randomness repeat itself: the same seed (-1 to 1), the same numbers.
create function tests.seed_random(seed double precision default 0.5) returns void
language sql as $$
  select setseed(seed);
$$;

-- Makes the engine's randomness one number (0 up to 1) for every session.
create function tests.fix_random(number double precision) returns void
language plpgsql security definer as $$
begin
  execute format(
    'create or replace function cogo.random_() returns double precision language plpgsql volatile
    set search_path = '''' as ''begin return %s; end''', number
  );
end;
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
