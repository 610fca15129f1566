select plan(13);

select tests.fix_random(0.5);
select tests.as_agent('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-0000000000a1');
create temporary table dead on commit drop as select tests.bury() as one, tests.bury() as two;
grant all on dead to public;
select api.redrive_dead_letters(array[two]) from dead;
select results_eq(
  $$ select outcome from dead, api.discard_dead_letters(array[one, two, 999999, one], 'not worth it') $$,
  array['discarded', 'already_redriven', 'not_found', 'discarded'], 'each is decided alone'
);
select is((select outcome from dead, api.discard_dead_letters(array[one], 'again')), 'already_discarded', 'once');
select is(
  (select api.get_dead_letter(one) -> 'dead_letter' ->> 'discarded_by' from dead), 'agent 00000000-0000-4000-8000-0000000000a1', 'who'
);
select is((select api.get_dead_letter(one) -> 'dead_letter' ->> 'discard_reason' from dead), 'not worth it', 'why: the first word stands');
select isnt((select api.get_dead_letter(one) -> 'dead_letter' ->> 'discarded_at' from dead), null, 'when');
select results_eq($$ select job_id from api.list_dead_letters(only_state => 'discarded') $$, $$ select one from dead $$, 'it stays visible');
select is((select outcome from dead, api.redrive_dead_letters(array[one])), 'discarded', 'it is not redriven with others');
select is((select api.redrive_dead_letter(one) ->> 'outcome' from dead), 'discarded', 'nor alone');
select is((select api.redrive_matching('{}') ->> 'redriven'), '0', 'nor by filter');
select results_eq(
  $$ select stage, reason, open, redriven, discarded, is_capped from api.count_dead_letters() $$,
  $$ values ('exec', 'policy_violation', 0::bigint, 1::bigint, 1::bigint, false) $$, 'the counts tell them apart'
);
select tests.refuses($$ select api.discard_dead_letters('{1}', ' ') $$, 'PT400', 'bad_argument', 'reason');
select tests.refuses($$ select api.discard_dead_letters(null, 'x') $$, 'PT400', 'bad_argument', 'job_ids');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select is((select outcome from dead, api.discard_dead_letters(array[one], 'x')), 'not_found', 'another tenant''s is not there');

select * from finish();
