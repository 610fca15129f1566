create function cogo.recheck_kept_back(at timestamptz, row_limit integer)
returns integer
language plpgsql
security definer
set search_path = ''
as $$
declare
  asked bigint[];
  due bigint[];
begin
  asked := array(
    select kept.job_id from cogo.kept_back as kept order by kept.checked_at limit recheck_kept_back.row_limit
  );
  if cardinality(asked) = 0 then
    return 0;
  end if;
  due := cogo.past_their_age(asked, 2147483647, recheck_kept_back.at);
  -- A type that keeps its jobs longer now: the walk of that age is still to come.
  delete from cogo.kept_back as kept where kept.job_id = any(asked) and kept.job_id <> all(due);
  return cogo.drop_jobs(due, recheck_kept_back.at);
end;
$$;

comment on function cogo.recheck_kept_back(timestamptz, integer) is
  'Asks again for jobs that were kept back, those that were not asked for longest first. Answers how many went.';

revoke execute on function cogo.recheck_kept_back(timestamptz, integer) from public;
