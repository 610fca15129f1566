select plan(11);
select tests.lay_model();
select tests.as_operator();
select api.set_budget(null, tenant_id => '11111111-1111-1111-1111-111111111111');
create function pg_temp.settle(nth integer, usage jsonb, status text default 'succeeded', http integer default null, open boolean default true) returns text language plpgsql as $$
declare
  answer jsonb;
begin
  perform tests.reserve(nth, 100);
  if open then perform tests.open_reservation(nth); end if;
  answer := api.settle_route(tests.decision(nth), 1, usage, status, http);
  return concat_ws(' ', answer ->> 'cost_nano', case when answer ->> 'is_estimate' = 'true' then 'estimate' end);
end;
$$;
select is(pg_temp.settle(1, null), '100 estimate', 'missing');
select is(pg_temp.settle(2, '{"input_tokens": -5, "output_tokens": 3}'), '100 estimate', 'negative');
select is(pg_temp.settle(3, '{"prompt_tokens": 1e300, "completion_tokens": 1}'), '100 estimate', 'absurd');
select is(pg_temp.settle(4, '{"input_tokens": 20, "output_tokens": 10, "is_estimate": true}'), '40 estimate', 'what a caller counted of a stream that was cut');
select is(pg_temp.settle(5, null, 'cancelled'), '100 estimate', 'a caller that left after the key was released');
select is(pg_temp.settle(6, null, 'cancelled', null, false), '0', 'and one that left before');
select is(pg_temp.settle(7, null, 'failed', 429), '0', 'a refusal of the provider costs nothing');
select is(pg_temp.settle(8, null, 'failed'), '100 estimate', 'a lost connection may have');
select is(pg_temp.settle(9, '{"input_tokens": 20, "output_tokens": 10}', 'failed', 200), '40', 'an error after some output costs what was told');
select is(api.settle_route(tests.decision(1), 1, '{"input_tokens": 1, "output_tokens": 1}') ->> 'cost_nano', '3', 'a usage that comes after all replaces the estimate');
select is(tests.accounts(), '0/483/0', 'the sums');
select * from finish();
