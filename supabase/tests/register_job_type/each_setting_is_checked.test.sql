select plan(24);

select tests.as_operator();
select tests.refuses($$ select api.register_job_type(null) $$, 'PT400', 'bad_argument', 'type');
select tests.refuses($$ select api.register_job_type('Demo.a') $$, 'PT400', 'bad_argument', 'type');
select tests.refuses($$ select api.register_job_type('*.a') $$, 'PT400', 'bad_argument', 'type');
select tests.refuses($$ select api.register_job_type('demo.a', 'nobody') $$, 'PT400', 'bad_argument', 'executor');
select tests.refuses($$ select api.register_job_type('demo.a', null) $$, 'PT400', 'bad_argument', 'executor');
select tests.refuses($$ select api.register_job_type('demo.a', lease_seconds => 29) $$, 'PT400', 'bad_argument', 'lease_lasts_30_to_120_seconds');
select tests.refuses($$ select api.register_job_type('demo.a', lease_seconds => 121) $$, 'PT400', 'bad_argument', 'lease_lasts_30_to_120_seconds');
select tests.refuses($$ select api.register_job_type('demo.a', lease_seconds => 100000) $$, 'PT400', 'bad_argument', 'job type');
select tests.refuses($$ select api.register_job_type('demo.a', lease_seconds => null) $$, 'PT400', 'bad_argument', 'lease_seconds');
select tests.refuses($$ select api.register_job_type('demo.a', max_attempts => 0) $$, 'PT400', 'bad_argument', 'attempts_are_1_to_100');
select tests.refuses($$ select api.register_job_type('demo.a', max_attempts => 101) $$, 'PT400', 'bad_argument', 'attempts_are_1_to_100');
select tests.refuses($$ select api.register_job_type('demo.a', retry_base_ms => 0) $$, 'PT400', 'bad_argument', 'retry_base_is_positive');
select tests.refuses($$ select api.register_job_type('demo.a', retry_base_ms => 70000) $$, 'PT400', 'bad_argument', 'retry_base_is_at_most_its_maximum');
select tests.refuses($$ select api.register_job_type('demo.a', retry_max_ms => 86400001) $$, 'PT400', 'bad_argument', 'retry_waits_a_day_at_most');
select tests.refuses($$ select api.register_job_type('demo.a', retry_factor => 0.5) $$, 'PT400', 'bad_argument', 'retry_factor_is_1_to_100');
select tests.refuses($$ select api.register_job_type('demo.a', retry_factor => 'NaN') $$, 'PT400', 'bad_argument', 'retry_factor_is_1_to_100');
select tests.refuses($$ select api.register_job_type('demo.a', payload_schema => '{"type": "text"}') $$, 'PT400', 'bad_argument', 'payload_schema');
select tests.refuses($$ select api.register_job_type('demo.a', payload_schema => '7') $$, 'PT400', 'bad_argument', 'payload_schema');
select tests.refuses($$ select api.register_job_type('demo.a', result_schema => '{"type": "text"}') $$, 'PT400', 'bad_argument', 'result_schema');
select tests.refuses($$ select api.register_job_type('demo.a', key_limit => 0) $$, 'PT400', 'bad_argument', 'key_limit_is_positive');
select tests.refuses($$ select api.register_job_type('demo.a', key_limit => 2, key_strict => true) $$, 'PT400', 'bad_argument', 'a_strict_key_runs_one_at_a_time');
select tests.refuses($$ select api.register_job_type('demo.a', keep_succeeded_seconds => 3599) $$, 'PT400', 'bad_argument', 'closed_jobs_are_kept_an_hour_to_ten_years');
select tests.refuses($$ select api.register_job_type('demo.a', keep_failed_seconds => null) $$, 'PT400', 'bad_argument', 'keep_failed_seconds');
select is(
  (select api.register_job_type('demo.a') - array['payload_schema', 'result_schema']),
  '{"type": "demo.a", "executor": "default", "lease_seconds": 60, "max_attempts": 5, "retry_base_ms": 500, "retry_factor": 2, "retry_max_ms": 60000, "key_limit": 1, "key_strict": false, "keep_succeeded_seconds": 604800, "keep_failed_seconds": 2592000}',
  'only the type must be given; the answer tells the defaults'
);

select * from finish();
