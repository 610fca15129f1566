create function cogo.retry_delay(policy cogo.job_types, attempt integer)
returns interval
language plpgsql
volatile
set search_path = ''
as $$
begin
  return make_interval(secs => least(
    retry_delay.policy.retry_max_ms,
    retry_delay.policy.retry_base_ms
      * power(retry_delay.policy.retry_factor::double precision, least(retry_delay.attempt - 1, 60))
      * (0.5 + cogo.random_())
  ) / 1000.0);
end;
$$;

comment on function cogo.retry_delay(cogo.job_types, integer) is
  'How long a job waits after its attempt failed: exponential, jittered by 0.5 to 1.5, capped.';

revoke execute on function cogo.retry_delay(cogo.job_types, integer) from public;
