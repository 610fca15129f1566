select plan(14);
select tests.as_owner(), tests.freeze_clock('2030-01-01 12:00+00');
select cogo.set_slo('dead_letters', '{"for_seconds": 0, "warning_at": 1}');
create temporary table made on commit drop as select api.silence_alert('dead_letters', cogo.now_() + interval '10 minutes', 'a load test', 'ann') as silence;
select is((select silence - 'silence_id' from made), '{"slo": "dead_letters", "subject": null, "starts_at": "2030-01-01T12:00:00+00:00", "until": "2030-01-01T12:10:00+00:00", "reason": "a load test", "by": "ann", "removed_by": null, "is_active": true}', 'a silence says who, why and until when');
select tests.bury();
select is(tests.alert('dead_letters', '1 minute', 9), 'firing/warning', 'it fires, and nobody is told');
select is(jsonb_path_query_first(api.list_alerts(), '$.alerts[*] ? (@.slo == "dead_letters").state'), '"silenced"', 'it is listed as silenced');
select is((select sum(firing) from cogo.alert_gauges() where slo = 'dead_letters'), 0::bigint, 'and not counted as firing');
select is(tests.alert('dead_letters', '1 minute'), 'firing/warning, told silence_ended', 'a silence ends by itself and says so');
select is((select message ->> 'text' from cogo.alert_notices where slo = 'dead_letters'), E'1 jobs became dead letters in the last hour and are not dealt with.\nThe silence of ann (a load test) is over.\nWhat to do: docs/runbook.md#dead_letters', 'with how it stands');
select is(tests.alert('dead_letters', '1 minute', 3), 'firing/warning', 'once');

select api.silence_alert('*', cogo.now_() + interval '1 hour', 'maintenance', 'bob');
update cogo.dead_letters set discarded_at = cogo.now_(), discarded_by = 'operator', discard_reason = 'x';
select is(tests.alert('dead_letters', '1 minute', 8), 'ok', 'what ends in a silence of all is not told');
select is(api.remove_silence((select max(silence_id) from cogo.alert_silences), 'cid'), true, 'a silence can be taken away');
select is(api.remove_silence((select max(silence_id) from cogo.alert_silences), 'cid'), false, 'once');
select is(tests.alert('dead_letters'), 'ok, told silence_ended', 'that it is over is told then');
select is((select severity from cogo.alert_notices where slo = 'dead_letters' order by notice_id desc limit 1), 'recovered', 'as a recovery');

select api.silence_alert('audit', cogo.now_() + interval '1 minute', 'x', 'y');
select tests.alert('audit', '2 minutes');
select is((select message ->> 'text' from cogo.alert_notices where slo = 'audit'), E'The silence of y (x) is over.\nNothing that it hid fires.', 'one that hid nothing says so too');
select is(jsonb_array_length(api.list_silences()) || ' ' || jsonb_array_length(api.list_silences(true)), '0 3', 'those that are over are listed when asked for');
select * from finish();
