create function cogo.count_job_rows(job_ids bigint[], out attempts bigint, out letters bigint)
language plpgsql
stable
security definer
set search_path = ''
set enable_seqscan = off
as $$
begin
  select count(*) into attempts from cogo.attempts as ended where ended.job_id = any (count_job_rows.job_ids);
  select count(*) into letters from cogo.dead_letters as letter where letter.job_id = any (count_job_rows.job_ids);
end;
$$;

comment on function cogo.count_job_rows(bigint[]) is 'How many attempts and dead letters some jobs have.';

revoke execute on function cogo.count_job_rows(bigint[]) from public;
