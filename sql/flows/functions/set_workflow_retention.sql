create function cogo.set_workflow_retention(keep_seconds integer)
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  if (set_workflow_retention.keep_seconds between 3600 and 315360000) is not true then
    perform cogo.refuse_argument('keep_seconds', 'it must be 3600 (an hour) to 315360000 (ten years)');
  end if;
  insert into cogo.retention (keep_workflows_seconds) values (set_workflow_retention.keep_seconds)
  on conflict (only_row) do update set keep_workflows_seconds = excluded.keep_workflows_seconds;
end;
$$;

comment on function cogo.set_workflow_retention(integer) is
  'Sets how long closed runs of workflows are kept. Errors: bad_argument (400).';

revoke execute on function cogo.set_workflow_retention(integer) from public;
grant execute on function cogo.set_workflow_retention(integer) to service_role;
