create function cogo.resolve_job_type(type text)
returns cogo.job_types
language plpgsql
stable
security definer
set search_path = ''
as $$
declare
  resolved cogo.job_types;
begin
  select * into resolved from cogo.job_types as ruling
  where ruling.type = any(cogo.type_patterns(resolve_job_type.type))
  order by length(ruling.type) desc
  limit 1;
  return resolved;
end;
$$;

comment on function cogo.resolve_job_type(text) is
  'The settings that rule a type: its own row, else the nearest prefix.*, else *.';

revoke execute on function cogo.resolve_job_type(text) from public;
