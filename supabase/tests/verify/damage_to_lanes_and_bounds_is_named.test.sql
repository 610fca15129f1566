-- breaks: it damages rows on purpose
select plan(8);

select count(*) from api.open_lanes('gpu', 2);
select api.set_fairness('default', 1);
select api.set_tenant_bound(100);
select cogo.sweep(); select cogo.sweep();
select api.enqueue_jobs('[{"type": "demo.a"}, {"type": "demo.a"}, {"type": "demo.a", "executor": "gpu"}]');
create temporary table late on commit drop as
  select job_id from api.enqueue_job('demo.a', executor => 'gpu', run_at => now() + interval '1 hour');
select is_empty('select * from cogo.verify()', 'healthy before');

select tests.verify_tells(
  'update cogo.backlog set tenant_id = ''11111111-1111-1111-1111-111111111111''',
  'who waits for a turn waits for its own tenant''s', 'a turn of another tenant'
);
select tests.verify_tells(
  'update cogo.lanes set state = ''closed'' where executor = ''default''', 'nothing waits in a closed lane', 'a backlog of a closed lane'
);
select tests.verify_tells(
  'update cogo.lanes set state = ''closed'' where executor = ''gpu''',
  'an open job''s lane is not closed or leads on', 'a waiting job without a way'
);
select tests.verify_tells(
  $$ update cogo.lanes set state = 'draining', moved_to_lane_id = (select min(lane_id) from cogo.lanes) where lane_id <> (select min(lane_id) + 1 from cogo.lanes) $$,
  'a lane that moved leads to an open one', 'a chain'
);
select tests.verify_tells(
  'delete from cogo.tenant_loads', 'a bounded tenant counts as many jobs as it has open', 'a lost telling'
);
select tests.verify_tells(
  'insert into cogo.over_bound (job_id, tenant_id, lane_id) select id, tenant_id, lane_id from cogo.jobs limit 1',
  'a job stands in exactly one place', 'a job in two places'
);
select is_empty('select * from cogo.verify()', 'healthy after');

select * from finish();
