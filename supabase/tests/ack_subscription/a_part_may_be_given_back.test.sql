select plan(6);

select tests.as_operator();
select api.subscribe('s', '{>}');
select api.publish('[{"type": "a.one"}, {"type": "a.two"}, {"type": "a.three"}]');
create temporary table polled on commit drop as select * from tests.poll('s');
select is(api.ack_subscription('s', fence, '[]', ids[1]) ->> 'outcome', 'acked', 'up to the first') from polled;
create temporary table rest on commit drop as select * from tests.poll('s');
select is((select types from rest), 'a.two a.three', 'the rest comes at once');
select is(api.ack_subscription('s', fence, '[]', '00000000-0000-0000-0000-000000000000') ->> 'outcome', 'acked', 'all may be given back') from rest;
create temporary table whole on commit drop as select * from tests.poll('s');
select is((select types from whole), 'a.two a.three', 'and comes again');
select tests.refuses(
  format($$ select api.ack_subscription('s', %s, '[{"id": "%s"}]', '%s') $$, fence, ids[2], ids[1]), 'PT400', 'bad_argument', 'failures'
) from whole;
select is(api.ack_subscription('s', null) ->> 'outcome', 'lease_lost', 'no fence is nobody''s');

select * from finish();
