create function cogo.artifacts_due()
returns boolean
language plpgsql
stable
security definer
set search_path = ''
as $$
begin
  return exists (select from cogo.artifact_rounds as round where round.due_at <= cogo.now_());
end;
$$;

comment on function cogo.artifacts_due() is 'Whether it is time to look for bytes that no artifact names.';

revoke execute on function cogo.artifacts_due() from public;
grant execute on function cogo.artifacts_due() to service_role;
