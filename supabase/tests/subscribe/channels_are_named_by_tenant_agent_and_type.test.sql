select plan(17);

-- Each pattern, and whether an agent of tenant a may subscribe to it without a grant.
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create function pg_temp.try(pattern text) returns text language plpgsql as $$
declare
  word text;
begin
  perform api.subscribe('try', array[try.pattern]);
  return 'subscribed';
exception when others then
  get stacked diagnostics word = pg_exception_detail;
  return word;
end;
$$;
select is(pg_temp.try(pattern), expected, pattern)
from (values
  ('tenant.00000000-0000-4000-8000-00000000000a.>', 'subscribed'),
  ('tenant.00000000-0000-4000-8000-00000000000a.agent.*.order.*', 'subscribed'),
  ('tenant.00000000-0000-4000-8000-00000000000a.agent.00000000-0000-4000-8000-0000000000a2.order.>', 'subscribed'),
  ('tenant.00000000-0000-4000-8000-00000000000a.agent.cogo.mail.job_failed', 'subscribed'),
  ('tenant.00000000-0000-4000-8000-00000000000a', 'channel_forbidden'),
  ('>', 'channel_forbidden'),
  ('tenant.>', 'channel_forbidden'),
  ('tenant.*.agent.*.order.*', 'channel_forbidden'),
  ('tenant.00000000-0000-4000-8000-00000000000b.>', 'channel_forbidden'),
  ('tenant.00000000-0000-4000-8000-00000000000b.agent.00000000-0000-4000-8000-0000000000a1.order.*', 'channel_forbidden'),
  ('tenant.00000000-0000-4000-8000-00000000000A.>', 'bad_argument'),
  ('tenant.00000000-0000-4000-8000-00000000000a.>.order', 'bad_argument'),
  ('tenant.00000000-0000-4000-8000-00000000000a.agent.**.order', 'bad_argument'),
  ('tenant.00000000-0000-4000-8000-00000000000a.(a|b)', 'bad_argument')
) as given (pattern, expected);

-- Another agent of the tenant publishes; who has the narrower pattern reads less.
select api.subscribe('all', '{tenant.00000000-0000-4000-8000-00000000000a.>}');
select api.subscribe('one', '{tenant.00000000-0000-4000-8000-00000000000a.agent.00000000-0000-4000-8000-0000000000a2.order.*}');
select api.subscribe('deep', '{tenant.00000000-0000-4000-8000-00000000000a.agent.*.order.>}');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a2');
select api.publish('[{"type": "order.paid"}, {"type": "order.paid.late"}, {"type": "mail.sent"}]');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is((select types from tests.poll('one')), 'order.paid', '* is one part');
select is((select types from tests.poll('deep')), 'order.paid order.paid.late', '> is all that follow');
select is((select types from tests.poll('all')), 'order.paid order.paid.late mail.sent', 'a tenant hears all of its own');

select * from finish();
