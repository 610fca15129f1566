create function cogo.run_schedule(name text)
returns void
language plpgsql
security definer
set search_path = ''
as $$
declare
  command text;
begin
  select listed.command into command from cogo.schedule_list() as listed where listed.name = run_schedule.name;
  if command is null then
    perform cogo.refuse_argument('name', format('no schedule is called %L', run_schedule.name));
  end if;
  execute command;
end;
$$;

comment on function cogo.run_schedule(text) is 'Runs one schedule of cogo.schedule_list now. Errors: bad_argument (400).';

revoke execute on function cogo.run_schedule(text) from public;
grant execute on function cogo.run_schedule(text) to service_role;
