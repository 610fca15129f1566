select plan(4);

select is_empty(
  $$
    select function.oid::regprocedure::text
    from pg_proc as function
    where function.pronamespace in ('api'::regnamespace, 'cogo'::regnamespace)
      and not coalesce(function.proconfig, '{}') @> array['search_path=""']
  $$,
  'every function has an empty search_path'
);

select is_empty(
  $$
    select function.oid::regprocedure::text
    from pg_proc as function
    where function.pronamespace in ('api'::regnamespace, 'cogo'::regnamespace)
      and obj_description(function.oid, 'pg_proc') is null
  $$,
  'every function has a comment'
);

select is_empty(
  $$
    select function.oid::regprocedure::text
    from pg_proc as function
    where function.pronamespace in ('api'::regnamespace, 'cogo'::regnamespace)
      and (
        function.proacl is null
        or exists (select from aclexplode(function.proacl) as entry where entry.grantee = 0)
      )
  $$,
  'no function may be executed by PUBLIC'
);

select is_empty(
  $$
    select function.oid::regprocedure::text
    from pg_proc as function
    where function.pronamespace = 'api'::regnamespace
      and not exists (
        select from aclexplode(function.proacl) as entry
        where entry.grantee in ('authenticated'::regrole, 'service_role'::regrole)
      )
  $$,
  'every function of api is granted to somebody'
);

select * from finish();
