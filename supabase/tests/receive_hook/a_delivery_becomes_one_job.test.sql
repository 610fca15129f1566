select plan(13);

select tests.as_operator();
select api.set_inbound_hook(
  'shop', 'standard', 'demo.other', '{"order.paid": "demo.paid", "order.seen": null}', '22222222-2222-2222-2222-222222222222'
);
select tests.refuses($$select api.set_inbound_hook('x', 'gitlab')$$, 'PT400', 'bad_argument', 'the hook');
select tests.refuses($$select api.set_inbound_hook('x', 'github', secret_env => 'SUPABASE_SERVICE_ROLE_KEY')$$, 'PT400', 'bad_argument', 'the hook', 'no secret of ours is used');
select tests.refuses($$select api.set_inbound_hook('shop', 'github')$$, 'PT400', 'bad_argument', 'name', 'a hook keeps its tenant');
select is(api.list_inbound_hooks() #>> '{0,name}', 'shop', 'a hook is listed');

select tests.as_owner();
create temporary table deliveries as
select cogo.receive_hook((select hook_id from cogo.inbound_hooks), id, events, '{"n": 1}') as told
from (values (1, 'a', array['order.paid']), (2, 'a', array['order.paid']), (3, 'b', array['order.late', 'order']), (4, 'c', array['order.seen']))
  as given (place, id, events)
order by place;
select is(count(distinct told ->> 'job_id'), 2::bigint, 'each delivery has one job') from deliveries;
select is(count(*) filter (where told -> 'ignored' = 'true'), 1::bigint, 'what a rule ignores has none') from deliveries;
select results_eq(
  'select type, tenant_id from cogo.jobs order by id',
  $$values ('demo.paid', '22222222-2222-2222-2222-222222222222'::uuid), ('demo.other', '22222222-2222-2222-2222-222222222222')$$,
  'by the rule of its event, or else of the hook, for its tenant'
);
select is((select payload ->> 'event' from cogo.jobs order by id limit 1), 'order.paid', 'the payload says which event');
select tests.as_operator();
select api.set_ingress_limit('tenant', 0, 60, '22222222-2222-2222-2222-222222222222');
select tests.as_owner();
select is(
  cogo.receive_hook((select hook_id from cogo.inbound_hooks), 'd', '{}', '{}') #>> '{refused,scope}', 'tenant', 'its tenant''s rate counts'
);
select is(count(*), 2::bigint, 'and what was refused may come again') from cogo.inbound_deliveries;
select tests.move_clock(date_trunc('minute', cogo.now_()) + interval '721 hours' - cogo.now_());
select cogo.tend_ingress(0, date_trunc('minute', cogo.now_()));
select is_empty('select * from cogo.inbound_deliveries', 'after 30 days a delivery is forgotten');
select tests.as_operator();
select is(api.remove_inbound_hook('shop'), '{"removed": true}', 'a hook goes');
select tests.as_owner();
select tests.lives_clean();

select * from finish();
