select plan(2);

select tests.as_operator();
do $$ begin
  perform api.publish('[{"type": "a.b", "event_id": "1"}]');
  raise exception 'undo';
exception when raise_exception then null; end $$;
select is((select created from api.publish('[{"type": "a.b", "event_id": "1"}]')), true, 'nor was its key used');
select tests.as_owner();
select is((select count(*) from cogo.messages), 1::bigint, 'only what was kept is there');

select * from finish();
