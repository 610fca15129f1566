-- The clock, the randomness and the faults of databases that are thrown away: for pgTAP, simulate and chaos.
create schema tests;
grant usage on schema tests to anon, authenticated, service_role;

create table tests.clock (moved interval not null, frozen_at timestamptz);
insert into tests.clock values ('0');
grant select on tests.clock to anon, authenticated, service_role;

-- Moves the engine's clock for every session, on top of earlier moves. Negative goes back.
create function tests.move_clock(distance interval) returns timestamptz
language plpgsql security definer as $$
begin
  update tests.clock set moved = moved + distance;
  create or replace function cogo.now_() returns timestamptz language plpgsql volatile set search_path = '' as
  'begin return (select coalesce(clock.frozen_at, clock_timestamp()) + clock.moved from tests.clock); end';
  return cogo.now_();
end;
$$;

-- Stops the engine's clock at a moment: from here on only move_clock moves it. Null lets it run again.
create function tests.freeze_clock(at timestamptz) returns timestamptz
language plpgsql security definer as $$
begin
  update tests.clock set frozen_at = at, moved = '0';
  return tests.move_clock('0');
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

-- What goes wrong at which seam of the engine (cogo.fault), for every session, and how often.
create table tests.faults (
  point text primary key,
  deed text not null check (deed in ('raise', 'sleep', 'mark')),
  chance double precision not null default 1,
  seconds double precision not null default 0
);
grant select on tests.faults to anon, authenticated, service_role;

-- Laid before anything calls it, since sessions plan the real one away.
create or replace function cogo.fault(point text) returns boolean
language plpgsql volatile security definer set search_path = '' as $$
declare
  planned tests.faults;
begin
  select faults.* into planned from tests.faults where faults.point = fault.point;
  if not found or random() >= planned.chance then
    return false;
  end if;
  if planned.deed = 'raise' then
    raise sqlstate '58000' using
      message = format('Cannot go on: a fault was planned at %s', fault.point), detail = 'fault', hint = 'See tests.faults.';
  elsif planned.deed = 'sleep' then
    perform pg_sleep(planned.seconds);
  end if;
  return true;
end;
$$;
