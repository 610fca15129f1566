create function cogo.count_dead_letters(since timestamptz)
returns table (
  stage text, reason text, open bigint, redriven bigint, discarded bigint, newest_at timestamptz, is_capped boolean
)
language plpgsql
stable
security definer
set search_path = ''
as $$
#variable_conflict use_column
declare
  tenant uuid := cogo.caller_tenant();
  from_time timestamptz := coalesce(count_dead_letters.since, '-infinity');
begin
  return query
  with newest as materialized (
    (
      select letter.stage, letter.reason, letter.dead_at, letter.redriven_job_id, letter.discarded_at
      from cogo.dead_letters as letter
      where tenant is null and letter.dead_at >= from_time
      order by letter.dead_at desc, letter.job_id desc
      limit 100000
    )
    union all
    (
      select letter.stage, letter.reason, letter.dead_at, letter.redriven_job_id, letter.discarded_at
      from cogo.dead_letters as letter
      where tenant is not null and letter.tenant_id between tenant and tenant and letter.dead_at >= from_time
      order by letter.tenant_id, letter.dead_at desc, letter.job_id desc
      limit 100000
    )
  )
  select
    newest.stage, newest.reason,
    count(*) filter (where newest.redriven_job_id is null and newest.discarded_at is null),
    count(newest.redriven_job_id), count(newest.discarded_at), max(newest.dead_at),
    (select count(*) = 100000 from newest as all_read)
  from newest
  group by newest.stage, newest.reason
  order by 3 desc, newest.stage, newest.reason;
end;
$$;

comment on function cogo.count_dead_letters(timestamptz) is
  'Dead letters by stage and reason, and what was decided about them; reads the newest 100,000 at most and says so.';

revoke execute on function cogo.count_dead_letters(timestamptz) from public;
grant execute on function cogo.count_dead_letters(timestamptz) to authenticated, service_role;
