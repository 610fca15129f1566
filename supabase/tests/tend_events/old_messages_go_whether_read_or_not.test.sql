-- commits
select plan(7);

select tests.as_operator();
select api.subscribe('unread', '{>}');
select api.publish('[{"type": "a.old"}]');
select tests.as_owner();
select is((cogo.tend_events() ->> 'dropped')::integer, 0, 'nothing is old yet');
select tests.move_clock('8 days');
select tests.as_operator();
select api.publish('[{"type": "a.new"}]');
select tests.as_owner();
select is((cogo.tend_events() ->> 'dropped')::integer, 1, 'seven days are the age');
select is((select array_agg(type) from cogo.messages), '{a.new}', 'the new one stays');
select tests.as_operator();
select is(api.list_subscriptions() #>> '{0,may_have_missed}', 'true', 'who had not read is told');
select is(api.poll_subscription('unread', 'c') #>> '{messages,0,message,type}', 'a.new', 'and goes on with what is there');
select is(api.ack_subscription('unread', 1) ->> 'outcome', 'acked', 'as before');
select is(api.list_subscriptions() #>> '{0,may_have_missed}', 'false', 'until it has caught up');

select * from finish();
