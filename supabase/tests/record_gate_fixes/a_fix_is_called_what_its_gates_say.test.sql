select plan(11);

create function pg_temp.side(lint text, "check" text, test text, failed integer default null, passed integer default null)
returns jsonb language sql as $$
  select jsonb_build_object('lint', jsonb_build_object('verdict', lint), 'check', jsonb_build_object('verdict', "check"),
    'test', jsonb_build_object('verdict', test, 'tests', jsonb_build_object('failed', failed, 'passed', passed)))
$$;
create function pg_temp.result(before jsonb, after jsonb, applies boolean default true) returns text language sql as $$
  select cogo.fix_result('lint', before, after, applies)
$$;

select is(pg_temp.result(pg_temp.side('failed', 'passed', 'passed'), pg_temp.side('passed', 'passed', 'passed')), 'fixed', 'its gate passes');
select is(pg_temp.result(pg_temp.side('failed', 'passed', 'failed'), pg_temp.side('passed', 'passed', 'failed')), 'fixed', 'what failed before may still fail');
select is(pg_temp.result(pg_temp.side('failed', 'passed', 'passed'), pg_temp.side('failed', 'passed', 'passed')), 'not_enough', 'its gate still fails');
select is(pg_temp.result(pg_temp.side('failed', 'passed', 'passed'), pg_temp.side('passed', 'passed', 'failed')), 'worse', 'another gate fails now');
select is(pg_temp.result(pg_temp.side('failed', 'passed', 'passed'), pg_temp.side('passed', 'skipped', 'passed')), 'worse', 'another gate is no longer checked');
select is(pg_temp.result(pg_temp.side('failed', 'passed', 'failed'), pg_temp.side('passed', 'passed', 'error')), 'worse', 'another gate broke');
select is(pg_temp.result(pg_temp.side('failed', 'passed', 'failed', 1, 9), pg_temp.side('passed', 'passed', 'failed', 2, 8)), 'worse', 'more tests fail');
select is(pg_temp.result(pg_temp.side('failed', 'passed', 'passed', 0, 9), pg_temp.side('passed', 'passed', 'passed', 0, 8)), 'worse', 'fewer tests pass');
select is(pg_temp.result(pg_temp.side('failed', 'passed', 'passed', 0, 9), pg_temp.side('passed', 'passed', 'passed', 0, 9)), 'fixed', 'as many tests pass');
select is(pg_temp.result(pg_temp.side('failed', 'passed', 'passed'), pg_temp.side('passed', 'passed', 'passed'), false), 'not_enough', 'a diff that does not apply fixes nothing');
select is(pg_temp.result(pg_temp.side('error', 'error', 'error'), pg_temp.side('failed', 'passed', 'passed')), 'not_enough', 'better is not enough');

select * from finish();
