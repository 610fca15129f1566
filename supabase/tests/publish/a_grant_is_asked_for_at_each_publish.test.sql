select plan(7);

create function pg_temp.say(tenant text, type text default 'order.paid') returns text language plpgsql as $$
declare
  word text;
begin
  perform api.publish(jsonb_build_array(jsonb_build_object('type', say.type, 'tenant_id', say.tenant)));
  return 'published';
exception when others then
  get stacked diagnostics word = pg_exception_detail;
  return word;
end;
$$;
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is(pg_temp.say('00000000-0000-4000-8000-00000000000b'), 'channel_forbidden', 'another tenant''s channel');
select tests.as_operator();
select api.grant_channel('publish', 'tenant.00000000-0000-4000-8000-00000000000b.agent.*.order.*', '00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is(pg_temp.say('00000000-0000-4000-8000-00000000000b'), 'published', 'granted by agent and type');
select is(pg_temp.say('00000000-0000-4000-8000-00000000000b', 'mail.sent'), 'channel_forbidden', 'not of another type');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a2');
select is(pg_temp.say('00000000-0000-4000-8000-00000000000b'), 'channel_forbidden', 'not to another agent');
select tests.as_agent('00000000-0000-4000-8000-00000000000c', '00000000-0000-4000-8000-0000000000a1');
select is(pg_temp.say('00000000-0000-4000-8000-00000000000b'), 'channel_forbidden', 'nor to one of another tenant that calls itself the same');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1', '{events:publish:tenant.00000000-0000-4000-8000-00000000000a.>}');
select is(pg_temp.say('00000000-0000-4000-8000-00000000000b'), 'channel_forbidden', 'nor to a token that is narrower');
select tests.as_operator();
select api.revoke_channel('publish', 'tenant.00000000-0000-4000-8000-00000000000b.agent.*.order.*', '00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
select is(pg_temp.say('00000000-0000-4000-8000-00000000000b'), 'channel_forbidden', 'and not once it was taken back');

select * from finish();
