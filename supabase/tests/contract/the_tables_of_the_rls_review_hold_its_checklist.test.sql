select plan(9);

-- docs/security/rls-review.md names these assertions by their sentences.
create function pg_temp.reviewed() returns table (name text, relation regclass) language sql as $$
  select tables.name, ('cogo.' || tables.name)::regclass
  from unnest('{jobs,artifacts,worker_devices,worker_heartbeats}'::text[]) as tables (name)
$$;

-- Functions of the engine whose bodies name one of the tables.
create temporary table touching on commit drop as
select reviewed.name as table_name, function.oid, function.proname, function.prosrc as body, function.prosecdef as is_definer,
  function.proconfig as settings
from pg_temp.reviewed() as reviewed
join pg_proc as function on function.pronamespace in ('api'::regnamespace, 'cogo'::regnamespace)
  and function.prosrc ~ ('cogo\.' || reviewed.name || '\M');

select is_empty(
  $$ select name from pg_temp.reviewed() join pg_class on pg_class.oid = relation where not relrowsecurity $$,
  'row level security is on'
);
select is_empty(
  $$ select name, polname from pg_temp.reviewed() join pg_policy on polrelid = relation $$,
  'there is no policy: what is not reached by a function is not reached'
);
select is_empty(
  $$
    select name, role, verb from pg_temp.reviewed()
    cross join unnest('{anon,authenticated,service_role}'::text[]) as role
    cross join unnest('{select,insert,update,delete,truncate,references,trigger}'::text[]) as verb
    where has_table_privilege(role, relation, verb)
      or (verb in ('select', 'insert', 'update', 'references') and has_any_column_privilege(role, relation, verb))
  $$,
  'no role that a token can have holds any right, on the table or on a column'
);
select is_empty(
  $$
    select name from pg_temp.reviewed()
    where name in ('jobs', 'artifacts') and not exists (
      select from pg_attribute where attrelid = relation and attname = 'tenant_id' and attnotnull
    )
    union all
    select name from pg_temp.reviewed()
    where name = 'worker_heartbeats' and not exists (
      select from pg_constraint where conrelid = relation and contype = 'f' and confrelid = 'cogo.worker_devices'::regclass
    )
  $$,
  'each row says whose it is, or belongs to a worker that does'
);
select is_empty(
  $$ select table_name, proname from touching where body ~ ('update cogo\.' || table_name || '\M[^;]*\mset\M((?!\mwhere\M)[^;])*\mtenant_id = ') $$,
  'no function moves a row to another tenant'
);
select is_empty(
  $$
    select table_name, proname from touching
    where has_function_privilege('anon', oid, 'execute')
      or (has_function_privilege('authenticated', oid, 'execute') and not (is_definer and settings @> array['search_path=""']))
  $$,
  'functions that reach it are closed to anon, and run with an empty search_path where callers may call them'
);
select is_empty(
  $$
    select table_name, proname from touching
    where has_function_privilege('authenticated', oid, 'execute')
      and body !~ '\m(caller_tenant|caller_agent|lock_quality_run|own_job|own_hold|device_orders)\M'
  $$,
  'each of them that callers may call asks who calls'
);
select is_empty(
  $$ select publication.tablename from pg_publication_tables as publication join pg_temp.reviewed() on name = publication.tablename where schemaname = 'cogo' $$,
  'it is in no publication, so Realtime tells nobody of its rows'
);
select is_empty(
  $$
    select distinct reviewed.name, view.oid::regclass from pg_temp.reviewed() as reviewed
    join pg_depend as used on used.refobjid = reviewed.relation and used.classid = 'pg_rewrite'::regclass
    join pg_rewrite as rule on rule.oid = used.objid
    join pg_class as view on view.oid = rule.ev_class and view.relkind = 'v'
    where coalesce(view.reloptions, '{}')::text !~ 'security_invoker=(true|on)'
  $$,
  'views over it ask for the rights of their reader'
);

select * from finish();
