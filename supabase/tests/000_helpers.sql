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
