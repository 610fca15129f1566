select plan(4);
select tests.freeze_clock('2030-01-01');
select tests.route_provider('local');
select tests.route_model('local', 'm', 1);
insert into cogo.provider_health (model_id, state, share, trips, good_probes, changed_at) select model_id, 'half_open', 10, 3, 1, cogo.now_() from cogo.llm_models;
create function pg_temp.tick() returns integer language plpgsql as $$
begin
  perform tests.move_clock('5 seconds');
  perform cogo.note_outcome((select model_id from cogo.llm_models), null, 'succeeded', 200, null, 100, 50, cogo.now_());
  perform cogo.tick_routes();
  return (select share from cogo.provider_health);
end;
$$;
select is((select array_agg(pg_temp.tick()) from generate_series(1, 4)), '{10,20,40,80}', 'calls that went well close it at a tenth, which doubles at every tick while it is called');
select is((select trips from cogo.provider_health), 3::smallint, 'how often it opened counts until it has all of it');
select is(pg_temp.tick(), 100, 'then it is whole');
select is((select trips from cogo.provider_health), 0::smallint, 'and its next pause would be a short one');
select * from finish();
