select plan(3);

create function pg_temp.readable() returns text language plpgsql as $$
declare
  view record;
  told text;
begin
  for view in select oid::regclass::text as name from pg_class where relnamespace = 'cogo'::regnamespace and relkind = 'v' loop
    begin
      execute format('select count(*) from %s', view.name);
      told := concat_ws(', ', told, view.name);
    exception when insufficient_privilege then null;
    end;
  end loop;
  return told;
end;
$$;
grant execute on function pg_temp.readable() to public;
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is(pg_temp.readable(), null, 'an agent reads none');
select tests.as_anon();
select is(pg_temp.readable(), null, 'nor does a holder of the publishable key');
select tests.as_owner();
select is_empty(
  $$
    select oid::regclass::text from pg_class where relnamespace = 'cogo'::regnamespace and relkind = 'v'
      and not coalesce(reloptions, '{}') @> array['security_invoker=true']
  $$,
  'each view reads with the rights of who asks'
);

select * from finish();
