create function cogo.resolve_job_type(type text)
returns cogo.job_types
language plpgsql
stable
set search_path = ''
as $$
declare
  resolved cogo.job_types;
  pattern text := resolve_job_type.type;
begin
  select * into resolved from cogo.job_types as job_type where job_type.type = pattern;
  while resolved.type is null and pattern <> '*' loop
    pattern := case
      when strpos(rtrim(pattern, '.*'), '.') > 0 then regexp_replace(rtrim(pattern, '.*'), '\.[^.]+$', '.*')
      else '*'
    end;
    select * into resolved from cogo.job_types as job_type where job_type.type = pattern;
  end loop;
  return resolved;
end;
$$;

comment on function cogo.resolve_job_type(text) is
  'The settings that rule a type: its own row, else the nearest prefix.*, else *.';

revoke execute on function cogo.resolve_job_type(text) from public;
