select plan(4);

select is_empty(
  $$
    select function.oid::regprocedure::text from pg_proc as function
    where function.pronamespace = 'api'::regnamespace and function.prosecdef
  $$,
  'api holds no security definer function'
);

select is_empty(
  $$ select oid::regclass::text from pg_class where relnamespace = 'api'::regnamespace and relkind in ('r', 'p', 'm') $$,
  'api holds no table'
);

select is_empty(
  $$
    select function.proname from pg_proc as function
    where function.pronamespace = 'api'::regnamespace
    group by function.proname having count(*) > 1
  $$,
  'no function of api is overloaded: PostgREST could not tell the two apart'
);

select is_empty(
  $$
    select function.oid::regprocedure::text from pg_proc as function
    where function.pronamespace = 'api'::regnamespace
      and obj_description(function.oid, 'pg_proc') !~ '(Errors: [a-z_]+ \(\d{3}\)|No errors)'
  $$,
  'every comment of api ends with the errors to expect'
);

select * from finish();
