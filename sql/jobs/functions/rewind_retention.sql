create function cogo.rewind_retention()
returns trigger
language plpgsql
security definer
set search_path = ''
as $$
declare
  before cogo.job_types := case when tg_op = 'UPDATE' then old end;
begin
  if tg_op = 'INSERT' then
    select * into before from cogo.job_types as ruling
    where ruling.type = any(cogo.type_patterns(new.type)) and ruling.type <> new.type
    order by length(ruling.type) desc
    limit 1;
  end if;
  -- Jobs that closed under a longer age may lie behind the walk of the shorter one: it goes the way again.
  delete from cogo.retention_walks as walk
  where (walk.keep_seconds = new.keep_succeeded_seconds and new.keep_succeeded_seconds < before.keep_succeeded_seconds)
    or (walk.keep_seconds = new.keep_failed_seconds and new.keep_failed_seconds < before.keep_failed_seconds);
  return null;
end;
$$;

comment on function cogo.rewind_retention() is 'Trigger of cogo.job_types: what is to be kept for a shorter time now is looked for anew.';

revoke execute on function cogo.rewind_retention() from public;
