select plan(13);

select tests.as_operator();
select tests.fix_random(0.5);
create temporary table dead on commit drop as select
  tests.bury('{"type": "demo.a"}') as a,
  tests.bury('{"type": "demo.b"}', '{"class": "validation", "message": "wrong"}') as b,
  tests.bury('{"type": "other.c"}', '{"class": "permanent", "message": "late", "stage": "fetch", "reason": "timeout"}') as c;
select results_eq($$ select job_id from api.list_dead_letters() $$, $$ select unnest(array[c, b, a]) from dead $$, 'newest first');
select results_eq(
  $$ select type, stage, reason, state, attempt, message from api.list_dead_letters(row_limit => 1) $$,
  $$ values ('other.c', 'fetch', 'timeout', 'open', 1, 'late') $$, 'a row tells what and why'
);
select results_eq($$ select job_id from api.list_dead_letters('fetch') $$, $$ select c from dead $$, 'by stage');
select results_eq($$ select job_id from api.list_dead_letters(only_reason => 'validation_failed') $$, $$ select b from dead $$, 'by reason');
select results_eq($$ select job_id from api.list_dead_letters(type_prefix => 'demo.') $$, $$ select unnest(array[b, a]) from dead $$, 'by type');
select results_eq(
  $$ select job_id from api.list_dead_letters(page => (select next_page from api.list_dead_letters(row_limit => 1)), row_limit => 5) $$,
  $$ select unnest(array[b, a]) from dead $$, 'the next page goes on'
);
select is_empty($$ select * from api.list_dead_letters(since => now() + interval '1 hour') $$, 'since a time');
select api.redrive_dead_letters(array[a]) from dead;
select results_eq($$ select job_id, state from api.list_dead_letters(only_state => 'redriven') $$, $$ select a, 'redriven' from dead $$, 'by what was decided');

select tests.refuses($$ select * from api.list_dead_letters('nowhere') $$, 'PT400', 'bad_argument', 'stage');
select tests.refuses($$ select * from api.list_dead_letters(only_reason => 'x') $$, 'PT400', 'bad_argument', 'reason');
select tests.refuses($$ select * from api.list_dead_letters(page => '1') $$, 'PT400', 'bad_argument', 'page');
select tests.refuses($$ select * from api.list_dead_letters(row_limit => 1001) $$, 'PT400', 'bad_argument', 'row_limit');
select tests.as_agent('00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-0000000000b1');
select is_empty($$ select * from api.list_dead_letters() $$, 'another tenant sees none of them');

select * from finish();
