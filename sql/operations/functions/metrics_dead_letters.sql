create function cogo.metrics_dead_letters(since timestamptz, tenant uuid)
returns jsonb
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  figures jsonb;
begin
  with newest as materialized (
    (
      select letter.*
      from cogo.dead_letters as letter
      where metrics_dead_letters.tenant is null and letter.dead_at >= metrics_dead_letters.since
      order by letter.dead_at desc, letter.job_id desc
      limit 10000
    )
    union all
    (
      select letter.*
      from cogo.dead_letters as letter
      where metrics_dead_letters.tenant is not null
        and letter.tenant_id between metrics_dead_letters.tenant and metrics_dead_letters.tenant
        and letter.dead_at >= metrics_dead_letters.since
      order by letter.tenant_id, letter.dead_at desc, letter.job_id desc
      limit 10000
    )
  ),
  counted as (
    select newest.stage, newest.reason, count(*) as jobs from newest group by newest.stage, newest.reason
  ),
  shown as (
    select first_ten.*, (select job.type from cogo.jobs as job where job.id = first_ten.job_id) as type
    from (select * from newest order by newest.dead_at desc, newest.job_id desc limit 10) as first_ten
  )
  select jsonb_build_object(
    'count', (select count(*) from newest),
    'not_redriven', (select count(*) from newest where redriven_job_id is null and discarded_at is null),
    'is_capped', (select count(*) = 10000 from newest),
    'by_reason', coalesce(
      (
        select jsonb_agg(jsonb_build_object('stage', stage, 'reason', reason, 'count', jobs) order by jobs desc, stage, reason)
        from counted
      ),
      '[]'
    ),
    'recent', coalesce(
      (
        select jsonb_agg(jsonb_build_object(
          'job_id', job_id, 'type', type, 'stage', stage, 'reason', reason, 'attempt', attempt,
          'message', left(error ->> 'message', 300), 'dead_at', dead_at, 'redriven_job_id', redriven_job_id
        ) order by dead_at desc, job_id desc)
        from shown
      ),
      '[]'
    )
  )
  into figures;
  return figures;
end;
$$;

comment on function cogo.metrics_dead_letters(timestamptz, uuid) is
  'Dead letters since a time by stage and reason (at most 10,000 read), and the newest ten with the first 300 characters of their error.';

revoke execute on function cogo.metrics_dead_letters(timestamptz, uuid) from public;
