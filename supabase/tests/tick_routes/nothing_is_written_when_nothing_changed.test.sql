select plan(15);
select tests.freeze_clock('2030-01-01');
select tests.route_provider('local');
select tests.route_model('local', 'm', 1);
create function pg_temp.tell(ms integer) returns void language sql as $$
  select cogo.note_outcome((select model_id from cogo.llm_models), null, 'succeeded', 200, null, ms, 50, cogo.now_())
$$;
create function pg_temp.tick() returns text language plpgsql as $$
declare
  round jsonb;
begin
  perform tests.move_clock('5 seconds');
  round := cogo.tick_routes();
  return concat_ws(' ', round ->> 'folded', round ->> 'lists', round ->> 'filled', (select count(*) from cogo.routing_snapshots), (select count(*) from cogo.route_lists));
end;
$$;
select is(pg_temp.tick(), '0 8 0 1 8', 'the first tick makes policy, snapshot and lists');
select is((select name || '/' || version || ' ' || state from cogo.routing_policies), 'default/1 live', 'default/1 is live without a report');
select is(pg_temp.tick(), '0 0 0 1 8', 'the next one nothing');
select pg_temp.tell(500);
select is(pg_temp.tick(), '1 0 3 2 8', 'what was heard becomes a snapshot and is filled into the lists that have the model');
select pg_temp.tell(510);
select is(pg_temp.tick(), '1 0 0 2 8', 'a figure that hardly moved does not');
select pg_temp.tell(5000);
select is(pg_temp.tick(), '1 0 3 3 8', 'one that moved does');
update cogo.llm_models set quality = 0.9, changed_at = cogo.now_();
select is(pg_temp.tick(), '0 3 0 3 11', 'a change of the catalogue makes new lists; the old ones stay for receipts');
update cogo.llm_models set quality = 0.5;
select is(pg_temp.tick(), '0 3 0 3 14', 'and so does the way back: what was published is not published over');
insert into cogo.llm_prices (model_id, valid_from, input_price, output_price, source, source_sha256, imported_at)
select model_id, cogo.now_() + interval '12 seconds', 7, 7, 'test', '', cogo.now_() from cogo.llm_models;
select matches(pg_temp.tick(), '^0 0 ', 'a price of tomorrow is none yet');
select matches(pg_temp.tick(), '^0 0 ', 'nor a bit later');
select matches(pg_temp.tick(), '^0 3 ', 'it counts when its time has come');
select api.select_route('chat', 100) ->> 'estimate_nano';
select is((select price_ids[1] = (select max(price_id) from cogo.llm_prices) from cogo.route_lists where retired_at is null and size_class = 'small' and service = 'chat'), true, 'with its own row');
select is((select price_id from cogo.reservations), (select max(price_id) from cogo.llm_prices), 'which the money is held by');
select matches(pg_temp.tick(), '^0 0 3 ', 'what is in flight shows in the next snapshot');
select is((select in_flight from cogo.routing_snapshots order by snapshot_id desc limit 1), '{1}', 'as a number');
select * from finish();
