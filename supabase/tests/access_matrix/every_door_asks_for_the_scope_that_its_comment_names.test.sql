select plan(7);

-- The doors that agents and people may knock at.
create temporary table doors on commit drop as
select
  function.proname::text as name, function.prosrc as body, obj_description(function.oid, 'pg_proc') as told,
  substring(obj_description(function.oid, 'pg_proc') from 'Scope: ([a-z]+:[a-z]+)\. ') as scope,
  obj_description(function.oid, 'pg_proc') ~ 'For operators, and owners of the tenant\.' as is_for_owners,
  format('select * from api.%I(%s)', function.proname, (
    select string_agg('null::' || format_type(kind.type, null), ', ' order by kind.place)
    from unnest(function.proargtypes::oid[]) with ordinality as kind (type, place)
  )) as call
from pg_proc as function
where function.pronamespace = 'api'::regnamespace and has_function_privilege('authenticated', function.oid, 'execute');

-- What a call with nulls is refused with.
create function pg_temp.refusal(call text) returns text language plpgsql as $$
declare
  word text;
  said text;
begin
  execute call;
  return 'done';
exception when others then
  get stacked diagnostics word = pg_exception_detail, said = message_text;
  return coalesce(nullif(word, ''), sqlstate) || case when word = 'insufficient_scope' then ' ' || substring(said from '[a-z]+:[a-z]+$') else '' end;
end;
$$;

select cmp_ok((select count(*)::integer from doors), '>', 90, 'there are doors to try');
select is_empty(
  $$ select name from doors where (scope is null) and not is_for_owners $$,
  'each comment names a scope, or says that it is for owners'
);
select is_empty(
  $$ select name, scope from doors where scope is not null and not exists (select from cogo.scopes where scopes.name = scope) $$,
  'and one that there is'
);
select is_empty(
  $$ select name from doors where scope is not null and not is_for_owners and (told !~ 'insufficient_scope' or told !~ 'agent_revoked') $$,
  'and tells how it refuses'
);

create temporary table told on commit drop as select name, 'none'::text as without, 'none'::text as other from doors limit 0;
grant all on doors, told to authenticated;
select tests.as_agent('11111111-1111-1111-1111-111111111111', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', '{}');
insert into told select name, pg_temp.refusal(call) from doors;
select is_empty(
  $$
    select name, without, scope from told join doors using (name)
    where without is distinct from case when is_for_owners then 'owners_only' else 'insufficient_scope ' || scope end
  $$,
  'without scopes each door refuses first of all, and names its scope'
);

select tests.as_agent('11111111-1111-1111-1111-111111111111', 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa');
update told set other = pg_temp.refusal(call) from doors where doors.name = told.name and not is_for_owners;
select is_empty(
  $$ select name, other from told where other ~ '^(insufficient_scope|owners_only)' $$,
  'with all scopes none does'
);

create function pg_temp.only(scope text, call text) returns text language plpgsql as $$
begin
  perform set_config('request.jwt.claims', jsonb_set(current_setting('request.jwt.claims')::jsonb, '{scopes}', jsonb_build_array(scope))::text, true);
  return pg_temp.refusal(call);
end;
$$;
select is_empty(
  $$ select name, pg_temp.only(scope, call) from doors where not is_for_owners and pg_temp.only(scope, call) ~ '^insufficient_scope' $$,
  'its own scope alone is enough for each'
);

select * from finish();
