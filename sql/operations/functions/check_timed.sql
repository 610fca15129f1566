create function cogo.check_timed(name text)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  if check_timed.name is null or check_timed.name not in ('wait', 'run', 'http', 'schedule_lag') then
    perform cogo.refuse_argument('name', 'it must be wait, run, http or schedule_lag');
  end if;
end;
$$;

comment on function cogo.check_timed(text) is 'Refuses what no times are kept of. Errors: bad_argument (400).';

revoke execute on function cogo.check_timed(text) from public;
