select plan(3);

select is_empty(
  $$
    select format('%I.%I', relation.relnamespace::regnamespace, relation.relname)
    from pg_class as relation
    where relation.relnamespace in ('api'::regnamespace, 'cogo'::regnamespace)
      and relation.relkind in ('r', 'p')
      and not relation.relrowsecurity
  $$,
  'every table has row level security enabled'
);

select is_empty(
  $$
    select format('%I.%I', relation.relnamespace::regnamespace, relation.relname)
    from pg_class as relation
    where relation.relnamespace in ('api'::regnamespace, 'cogo'::regnamespace)
      and relation.relkind in ('r', 'p', 'v', 'm')
      and obj_description(relation.oid, 'pg_class') is null
  $$,
  'every table and view has a comment'
);

select is_empty(
  $$
    select format('%I.%I to %s', relation.relnamespace::regnamespace, relation.relname, entry.grantee::regrole)
    from pg_class as relation
    cross join lateral aclexplode(relation.relacl) as entry
    where relation.relnamespace in ('api'::regnamespace, 'cogo'::regnamespace)
      and relation.relkind in ('r', 'p', 'v', 'm')
      and (entry.grantee = 0 or entry.grantee in ('anon'::regrole, 'authenticated'::regrole))
  $$,
  'no caller has rights on a table: functions are the only way in'
);

select * from finish();
