select plan(6);

select tests.as_operator();
select api.publish('[{"type": "a.old"}]');
select api.subscribe('late', '{>}');
select api.subscribe('early', '{>}', start => 'beginning');
select api.publish('[{"type": "a.new"}]');
select is((select types from tests.poll('late')), 'a.new', 'now means from now on');
select is((select types from tests.poll('early')), 'a.old a.new', 'the beginning is all there is');
select api.subscribe('kept', '{tenant.*.agent.*.b.*}', start => 'beginning');
select is((select types from tests.poll('kept')), null, 'nothing matches');
select api.subscribe('kept', '{>}', start => 'beginning');
select is((select types from tests.poll('kept')), null, 'a changed pattern does not turn the cursor back');
select tests.refuses($$ select api.poll_subscription('none', 'c') $$, 'PT404', 'subscription_not_found', 'none');
select tests.refuses($$ select api.poll_subscription('kept', 'c', 0) $$, 'PT400', 'bad_argument', 'want');

select * from finish();
