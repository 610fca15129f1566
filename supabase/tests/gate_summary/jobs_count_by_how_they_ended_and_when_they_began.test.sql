select plan(5);

select tests.freeze_clock('2026-03-04 10:00:00+00');
-- Ten jobs that wait 1, 2, … 10 s, the last of which fails; and one of a quality run that waits an hour.
do $$
declare
  hold record;
begin
  for nth in 1..11 loop
    hold := null;
    perform api.enqueue_jobs(jsonb_build_array(jsonb_build_object('type', case when nth = 11 then 'quality.lint' else 'demo.a' end)));
    perform tests.move_clock(case when nth = 11 then interval '1 hour' else make_interval(secs => nth) end);
    select claimed.job_id, claimed.fence into hold
    from api.claim_jobs('w', 1, case when nth = 11 then 'quality' else 'default' end, start => true) as claimed;
    perform tests.move_clock(interval '1 millisecond');
    if nth = 10 then
      perform api.fail_jobs(tests.item(hold.job_id, hold.fence, '{"error": {"class": "permanent", "message": "x"}}'));
    else
      perform api.complete(array[hold.job_id], array[hold.fence]);
    end if;
  end loop;
end $$;
select cogo.fold_job_metrics(0, (select max(event.id) from cogo.events as event));
select tests.move_clock(interval '2 minutes');

select tests.as_operator();
create temporary table told on commit drop as select api.gate_summary(7) -> 'operations' as operations;
select is(operations #>> '{failures,of}', '11', 'eleven jobs ended') from told;
select is(operations #>> '{failures,count}', '1', 'one failed for good') from told;
select is(operations #>> '{wait,count}', '10', 'what waits for a runner on purpose is not measured') from told;
select ok(abs((operations #>> '{wait,p90_ms}')::numeric - 9000) < 180, 'nine in ten began within 9 s') from told;
select tests.as_agent('aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', '11111111-1111-4111-8111-111111111111');
select is(api.gate_summary(7) #>> '{operations,failures,of}', '0', 'another tenant has none');

select tests.as_owner();
select * from finish();
