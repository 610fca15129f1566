create function cogo.default_tenant()
returns uuid
language plpgsql
immutable
set search_path = ''
as $$
begin
  return '00000000-0000-0000-0000-000000000000'::uuid;
end;
$$;

comment on function cogo.default_tenant() is 'The tenant of jobs that an operator enqueues without naming one.';

revoke execute on function cogo.default_tenant() from public;
