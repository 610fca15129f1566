select plan(17);

select tests.as_operator();
select count(*) from api.open_lanes('gpu');
select count(*) from api.open_lanes('acme');
create function pg_temp.pools(jobs jsonb) returns text[] language plpgsql as $$
declare
  made bigint[] := array(select job_id from api.enqueue_jobs(jobs) order by ordinal);
begin
  return array(select api.get_job(made_id) ->> 'executor' from unnest(made) with ordinality as item (made_id, nth) order by nth);
end;
$$;
create function pg_temp.pool(job jsonb) returns text language sql as $$ select (pg_temp.pools(jsonb_build_array(job)))[1] $$;
create function pg_temp.acme(type text) returns text language sql as $$
  select pg_temp.pool(jsonb_build_object('type', type, 'tenant_id', '11111111-1111-1111-1111-111111111111'))
$$;

select is(pg_temp.acme('render.frame'), 'default', 'without routes the type''s settings say where');
select is(api.set_route('gpu', 'render.*'), '{"tenant_id": null, "type_pattern": "render.*", "executor": "gpu"}', 'a route for every tenant');
select is(pg_temp.acme('render.frame'), 'gpu', 'takes its types');
select is(pg_temp.acme('mail.send'), 'default', 'and no others');
select api.set_route('acme', tenant_id => '11111111-1111-1111-1111-111111111111');
select is(pg_temp.acme('render.frame'), 'acme', 'a tenant''s own pool goes before everybody''s route');
select is(pg_temp.pool('{"type": "render.frame"}'), 'gpu', 'other tenants are not meant');
select api.set_route('quality', 'render.*', '11111111-1111-1111-1111-111111111111');
select is(pg_temp.acme('render.frame'), 'quality', 'tenant and type go before the tenant');
select is(pg_temp.acme('mail.send'), 'acme', 'which keeps the rest');
select is(
  pg_temp.pool('{"type": "render.frame", "executor": "default", "tenant_id": "11111111-1111-1111-1111-111111111111"}'),
  'default', 'a job that names its executor goes there'
);
select is(
  pg_temp.pools('[
    {"type": "mail.send", "priority": "bulk"}, {"type": "mail.send", "tenant_id": "11111111-1111-1111-1111-111111111111"},
    {"type": "render.frame"}, {"type": "render.frame", "tenant_id": "11111111-1111-1111-1111-111111111111"}
  ]'),
  array['default', 'acme', 'gpu', 'quality'], 'a batch of tenants is parted'
);
select tests.as_agent('11111111-1111-1111-1111-111111111111', '11111111-1111-1111-1111-111111111112');
select is(pg_temp.pool('{"type": "mail.send"}'), 'acme', 'an agent''s jobs too');
select tests.as_operator();

select results_eq(
  'select type_pattern, executor from api.list_routes()',
  $$ values ('render.*', 'quality'), ('*', 'acme'), ('render.*', 'gpu') $$, 'list_routes shows the nearest first'
);
select is(api.remove_route('*', '11111111-1111-1111-1111-111111111111'), true, 'a route can go');
select is(api.remove_route('*', '11111111-1111-1111-1111-111111111111'), false, 'once');
select is(pg_temp.acme('mail.send'), 'default', 'and rules no more');
select tests.refuses($$ select api.set_route('nobody') $$, 'PT400', 'bad_argument', 'executor');
select tests.refuses($$ select api.set_route('gpu', 'render.') $$, 'PT400', 'bad_argument', 'type_pattern');

select * from finish();
