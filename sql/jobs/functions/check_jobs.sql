create function cogo.check_jobs(jobs jsonb, is_operator boolean)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  wrong record;
begin
  if jsonb_typeof(jobs) is distinct from 'array' or jsonb_array_length(jobs) not between 1 and 1000 then
    perform cogo.refuse_argument('jobs', 'it must be an array of 1 to 1000 jobs');
  end if;

  select judged.ordinal - 1 as place, judged.problem into wrong
  from (
    select item.ordinal, cogo.job_problem(item.value, is_operator) as problem
    from jsonb_array_elements(jobs) with ordinality as item (value, ordinal)
    offset 0
  ) as judged
  where judged.problem is not null
  limit 1;
  if found then
    perform cogo.refuse_argument(format('jobs[%s]', wrong.place), wrong.problem);
  end if;
end;
$$;

comment on function cogo.check_jobs(jsonb, boolean) is
  'Refuses jobs whose form is wrong, naming the first and its field. Errors: bad_argument (400).';

revoke execute on function cogo.check_jobs(jsonb, boolean) from public;
