create function cogo.notification_tenant()
returns uuid
language plpgsql
immutable
set search_path = ''
as $$
begin
  return '00000000-0000-0000-0000-000000000001'::uuid;
end;
$$;

comment on function cogo.notification_tenant() is
  'The tenant of notify.send jobs: one of its own, so that no bound or limit that holds up others'' work holds up word of it.';

revoke execute on function cogo.notification_tenant() from public;
