create function api.set_workflow_retention(keep_seconds integer)
returns void
language plpgsql
security invoker
set search_path = ''
as $$
begin
  perform cogo.set_workflow_retention(set_workflow_retention.keep_seconds);
end;
$$;

comment on function api.set_workflow_retention(integer) is
  'Sets for how many seconds after its end a run of a workflow is kept, an hour to ten years; thirty days until it is set. A run never goes before its jobs. Errors: bad_argument (400).';

revoke execute on function api.set_workflow_retention(integer) from public;
grant execute on function api.set_workflow_retention(integer) to service_role;
