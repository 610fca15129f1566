select plan(7);

create function pg_temp.lane_switch()
returns table (name text, definition text)
language sql
as $$
  select function.proname::text, pg_get_functiondef(function.oid)
  from pg_proc as function
  where function.pronamespace = 'pgmq'::regnamespace and function.proname like 'cogo%'
$$;
create temporary table written on commit drop as select * from pg_temp.lane_switch();

select set_eq('select name from written', array['cogo_pop', 'cogo_push'], 'two functions are written, each once');

select is_empty(
  $$
    select function.oid::regprocedure::text
    from pg_proc as function
    where function.pronamespace = 'pgmq'::regnamespace and function.proname like 'cogo%'
      and not (function.prosecdef and coalesce(function.proconfig, '{}') @> array['search_path=""'])
  $$,
  'they are security definer with an empty search_path'
);

select is_empty(
  $$
    select function.oid::regprocedure::text, entry.grantee
    from pg_proc as function
    cross join lateral aclexplode(coalesce(function.proacl, acldefault('f', function.proowner))) as entry
    where function.pronamespace = 'pgmq'::regnamespace and function.proname like 'cogo%'
      and entry.grantee <> function.proowner
  $$,
  'nobody but their owner may execute them'
);

select is_empty(
  $$
    select lane.queue_name, written.name
    from cogo.lanes as lane
    cross join written
    where position(format('when %s then', lane.lane_id) in written.definition) = 0
      or position(format('pgmq.q_%s ', lane.queue_name) in written.definition) = 0
  $$,
  'each lane has its branch in both'
);

select cogo.write_lane_switch();
select set_eq('select * from pg_temp.lane_switch()', 'select * from written', 'they are what would be written now');

select count(*) from cogo.open_lanes('contract');
select set_ne('select * from pg_temp.lane_switch()', 'select * from written', 'new lanes write them anew');
create temporary table rewritten on commit drop as select * from pg_temp.lane_switch();
select cogo.write_lane_switch();
select set_eq('select * from pg_temp.lane_switch()', 'select * from rewritten', 'and leave them current');

select * from finish();
