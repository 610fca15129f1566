select plan(5);
select tests.freeze_clock('2030-01-01 12:00:30');
select tests.route_provider('local');
select tests.route_model('local', 'm', 1);
select cogo.note_outcome((select model_id from cogo.llm_models), null, status, http, null, ms, null, cogo.now_())
from (values ('succeeded', 200, 100), ('succeeded', 200, 300), ('failed', 500, null), ('failed', 429, null), ('failed', 400, null), ('unknown', null, null)) as told (status, http, ms);
select cogo.note_outcome(-1, null, 'failed', 500, null, null, null, cogo.now_());
select cogo.tick_routes();
select is(
  (select concat_ws(' ', health -> 'calls', health -> 'errors', health -> 'throttled', health -> 'mean_first_token_ms') from api.provider_health() as health),
  '6 1 1 200', 'calls, errors, throttled, mean time to the first token'
);
select is((select error_rate::numeric(3, 2) from cogo.provider_health), 0.10, 'two good and one bad call: a tenth');
select is((select count(*) from cogo.outcome_notes), 0::bigint, 'notes are folded, also those of models that are gone');
select tests.move_clock('2 hours');
select is((select health ->> 'calls' from api.provider_health() as health), '0', 'an hour by default');
select tests.refuses($$select api.provider_health(0)$$, 'PT400', 'bad_argument', 'since_min');
select * from finish();
